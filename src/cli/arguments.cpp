#include "arguments.hpp"

#include <fmt/format.h>

#include "panelbook/core/errors.hpp"
#include "panelbook/core/text.hpp"

namespace po = boost::program_options;

namespace panelbook::cli {

namespace {

std::string did_you_mean(const Accepted& accepted, const std::string& word) {
    std::vector<std::string> names;
    for (const auto& option : accepted.options.options()) {
        if (option->long_name() != accepted.words) names.push_back("--" + option->long_name());
    }
    const std::string close = nearest(word, names);
    return close.empty() ? fmt::format("See panelbook {} --help.", accepted.command)
                         : fmt::format("Did you mean {}?", close);
}

}  // namespace

po::variables_map parse_arguments(const Accepted& accepted, const std::vector<std::string>& arguments) {
    po::variables_map values;
    try {
        po::positional_options_description positions;
        positions.add(accepted.words.c_str(), accepted.most_words);
        constexpr int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
        po::store(po::command_line_parser(arguments).options(accepted.options).positional(positions).style(style).run(),
                  values);
        po::notify(values);
    } catch (const po::unknown_option& error) {
        throw UsageError(fmt::format("There is no option {}. {}", error.get_option_name(),
                                     did_you_mean(accepted, error.get_option_name())));
    } catch (const po::too_many_positional_options_error&) {
        throw UsageError(accepted.too_many);
    } catch (const po::error& error) {
        throw UsageError(
            fmt::format("The options cannot be read: {}. See panelbook {} --help.", error.what(), accepted.command));
    }
    return values;
}

}  // namespace panelbook::cli
