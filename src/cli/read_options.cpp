#include "panelbook/cli/read_options.hpp"

#include <boost/program_options.hpp>
#include <fmt/format.h>

#include "panelbook/core/errors.hpp"
#include "panelbook/core/text.hpp"

#include "arguments.hpp"

namespace po = boost::program_options;

namespace panelbook::cli {

namespace {

po::options_description described() {
    po::options_description options;
    options.add_options()                                              //
        ("file", po::value<std::string>())                             //
        ("sheet", po::value<std::string>())                            //
        ("format", po::value<std::string>()->default_value("text"))    //
        ("count", po::bool_switch())                                   //
        ("limits", po::value<std::string>()->default_value("normal"))  //
        ("quiet,q", po::bool_switch());
    return options;
}

/// Refuses a word that is none of those an option takes.
UsageError not_one_of(const std::string& option, const std::string& word, const std::vector<std::string>& words) {
    const std::string close = nearest(word, words);
    return UsageError(fmt::format(
        "\"{}\" is nothing that {} can be. {}", word, option,
        close.empty() ? fmt::format("Say {}.", fmt::join(words, " or ")) : fmt::format("Did you mean {}?", close)));
}

LineFormat format_of(const std::string& word) {
    if (word == "text") return LineFormat::text;
    if (word == "csv") return LineFormat::csv;
    if (word == "json") return LineFormat::json;
    throw not_one_of("--format", word, {"text", "csv", "json"});
}

workbook::Limits limits_of(const std::string& word) {
    if (word == "normal") return workbook::Limits::normal();
    if (word == "large") return workbook::Limits::large();
    throw not_one_of("--limits", word, {"normal", "large"});
}

}  // namespace

ReadOptions parse_read_options(const std::vector<std::string>& arguments) {
    const po::variables_map values = parse_arguments(
        {"read", described(), "file", 1, "Only one file can be read at a time. Put a file name with blanks in quotes."},
        arguments);
    ReadOptions options;
    if (values.count("file") == 0) throw UsageError("Name the file to read: panelbook read \"Return Q1.xlsx\".");
    options.file = values["file"].as<std::string>();
    if (values.count("sheet") > 0) options.sheet = values["sheet"].as<std::string>();
    options.format = format_of(values["format"].as<std::string>());
    options.count = values["count"].as<bool>();
    options.limits = limits_of(values["limits"].as<std::string>());
    options.quiet = values["quiet"].as<bool>();
    return options;
}

}  // namespace panelbook::cli
