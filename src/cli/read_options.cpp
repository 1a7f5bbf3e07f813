#include "panelbook/cli/read_options.hpp"

#include <boost/program_options.hpp>
#include <fmt/format.h>

#include "panelbook/core/errors.hpp"
#include "panelbook/core/text.hpp"

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

std::string did_you_mean(const std::string& word) {
    std::vector<std::string> names;
    const po::options_description options = described();
    for (const auto& option : options.options()) names.push_back("--" + option->long_name());
    const std::string close = nearest(word, names);
    return close.empty() ? "See panelbook read --help." : fmt::format("Did you mean {}?", close);
}

po::variables_map parsed(const std::vector<std::string>& arguments) {
    po::variables_map values;
    try {
        const po::options_description options = described();
        po::positional_options_description positions;
        positions.add("file", 1);
        constexpr int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
        po::store(po::command_line_parser(arguments).options(options).positional(positions).style(style).run(), values);
        po::notify(values);
    } catch (const po::unknown_option& error) {
        throw UsageError(
            fmt::format("There is no option {}. {}", error.get_option_name(), did_you_mean(error.get_option_name())));
    } catch (const po::too_many_positional_options_error&) {
        throw UsageError("Only one file can be read at a time. Put a file name with blanks in quotes.");
    } catch (const po::error& error) {
        throw UsageError(fmt::format("The options cannot be read: {}. See panelbook read --help.", error.what()));
    }
    return values;
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
    const po::variables_map values = parsed(arguments);
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
