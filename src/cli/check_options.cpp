#include "panelbook/cli/check_options.hpp"

#include <boost/program_options.hpp>
#include <fmt/format.h>

#include "panelbook/core/errors.hpp"
#include "panelbook/core/text.hpp"

namespace po = boost::program_options;

namespace panelbook::cli {

namespace {

po::options_description described() {
    po::options_description options;
    options.add_options()                                //
        ("file", po::value<std::vector<std::string>>())  //
        ("plan", po::value<std::string>())               //
        ("annotate", po::value<std::string>())           //
        ("json", po::bool_switch())                      //
        ("quiet,q", po::bool_switch());
    return options;
}

std::string did_you_mean(const std::string& word) {
    std::vector<std::string> names;
    const po::options_description options = described();
    for (const auto& option : options.options()) names.push_back("--" + option->long_name());
    const std::string close = nearest(word, names);
    return close.empty() ? "See panelbook check --help." : fmt::format("Did you mean {}?", close);
}

po::variables_map parsed(const std::vector<std::string>& arguments) {
    po::variables_map values;
    try {
        const po::options_description options = described();
        po::positional_options_description positions;
        positions.add("file", -1);
        constexpr int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
        po::store(po::command_line_parser(arguments).options(options).positional(positions).style(style).run(), values);
        po::notify(values);
    } catch (const po::unknown_option& error) {
        throw UsageError(
            fmt::format("There is no option {}. {}", error.get_option_name(), did_you_mean(error.get_option_name())));
    } catch (const po::error& error) {
        throw UsageError(fmt::format("The options cannot be read: {}. See panelbook check --help.", error.what()));
    }
    return values;
}

}  // namespace

CheckOptions parse_check_options(const std::vector<std::string>& arguments) {
    const po::variables_map values = parsed(arguments);
    CheckOptions options;
    if (values.count("file") > 0) options.files = values["file"].as<std::vector<std::string>>();
    if (options.files.empty()) throw UsageError("Name the files to check: panelbook check \"Return Q1.xlsx\".");
    if (values.count("plan") > 0) options.plan = values["plan"].as<std::string>();
    if (values.count("annotate") > 0) options.annotate = values["annotate"].as<std::string>();
    if (options.annotate && options.files.size() > 1)
        throw UsageError("--annotate writes a copy of one file: name one file.");
    options.json = values["json"].as<bool>();
    options.quiet = values["quiet"].as<bool>();
    return options;
}

}  // namespace panelbook::cli
