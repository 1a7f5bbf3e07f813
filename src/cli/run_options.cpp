#include "panelbook/cli/run_options.hpp"

#include <boost/program_options.hpp>
#include <fmt/format.h>

#include "panelbook/core/errors.hpp"

#include "arguments.hpp"

namespace po = boost::program_options;

namespace panelbook::cli {

namespace {

po::variables_map parsed(const std::vector<std::string>& arguments) {
    Accepted accepted{
        "run", {}, "workspace", 1, "Only one folder can be given. Put a folder name with blanks in quotes."};
    accepted.options.add_options()               //
        ("workspace", po::value<std::string>())  //
        ("period", po::value<std::string>())     //
        ("as-of", po::value<std::string>())      //
        ("audience", po::value<std::string>())   //
        ("settle", po::value<int>())             //
        ("json", po::bool_switch())              //
        ("quiet,q", po::bool_switch());
    return parse_arguments(accepted, arguments);
}

void refuse_other_audiences(const std::string& audience) {
    if (audience == "internal") return;
    if (audience == "public" || audience == "both") {
        throw UsageError(
            "The public edition is not made by this version: leave --audience out, or say --audience internal.");
    }
    throw UsageError(fmt::format("\"{}\" is not an audience. This version knows one: internal.", audience));
}

}  // namespace

run::Options parse_run_options(const std::vector<std::string>& arguments) {
    const po::variables_map values = parsed(arguments);
    run::Options options;
    if (values.count("workspace") > 0) options.workspace = values["workspace"].as<std::string>();
    if (values.count("period") > 0) {
        const auto& text = values["period"].as<std::string>();
        options.period = parse_period(text);
        if (!options.period) {
            throw UsageError(fmt::format("\"{}\" is not a period. Write 2014-06, \"2014/15 Q1\" or 2014/15.", text));
        }
    }
    if (values.count("as-of") > 0) {
        const auto& text = values["as-of"].as<std::string>();
        options.as_of = parse_iso_date(text);
        if (!options.as_of) throw UsageError(fmt::format("\"{}\" is not a date. Write it as 2014-09-29.", text));
    }
    if (values.count("audience") > 0) refuse_other_audiences(values["audience"].as<std::string>());
    if (values.count("settle") > 0) {
        const int seconds = values["settle"].as<int>();
        if (seconds < 0 || seconds > 3600) throw UsageError("--settle is a number of seconds from 0 to 3600.");
        options.settle = std::chrono::seconds(seconds);
    }
    options.json = values["json"].as<bool>();
    options.quiet = values["quiet"].as<bool>();
    return options;
}

}  // namespace panelbook::cli
