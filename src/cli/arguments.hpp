#pragma once

#include <boost/program_options.hpp>
#include <string>
#include <vector>

namespace panelbook::cli {

/// What a command takes: its options, and the name of the option that words without one belong to, at most so many.
struct Accepted {
    std::string command;
    boost::program_options::options_description options;
    std::string words;
    int most_words = 1;
    std::string too_many;  ///< what is said where there are more: "Only one folder can be given. ..."
};

/// Reads a command's arguments; opens no file. Throws UsageError naming the nearest option.
boost::program_options::variables_map parse_arguments(const Accepted& accepted,
                                                      const std::vector<std::string>& arguments);

}  // namespace panelbook::cli
