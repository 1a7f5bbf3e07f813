#include "panelbook/cli/check_options.hpp"

#include <boost/program_options.hpp>

#include "panelbook/core/errors.hpp"

#include "arguments.hpp"

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

}  // namespace

CheckOptions parse_check_options(const std::vector<std::string>& arguments) {
    const po::variables_map values = parse_arguments({"check", described(), "file", -1, {}}, arguments);
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
