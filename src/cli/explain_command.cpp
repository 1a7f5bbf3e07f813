#include "panelbook/cli/explain_command.hpp"

#include <fmt/format.h>
#include <ostream>

#include "panelbook/core/errors.hpp"
#include "panelbook/run/explain.hpp"

#include "arguments.hpp"

namespace po = boost::program_options;

namespace panelbook::cli {

namespace {

constexpr std::string_view help = R"(panelbook explain [DIR] FIGURE [options]

Says how a figure of the dashboard came about: its formula, the figures it is
made of, their files, sheets and cells, release and revisions, and the rule
behind its colour. FIGURE is a cell of the dashboard, or a measure of the plan
with its area and period: measure[/area][@period]. Nothing is changed.

  --as-of DATE     as known on that day; else as the last run had it
  --period P       the dashboard's period; else that of the last run
  --json           print it as JSON

Examples
  panelbook explain "Dashboard!D7"
  panelbook explain /srv/performance burglary/city@2014-06
  panelbook explain burglary --json

Exit code: 0 done; 2 wrong usage or plan, or no such figure; 3 failed.
)";

int execute_explain(const std::vector<std::string>& arguments, Streams streams) {
    Accepted accepted{"explain", {}, "word", 2, "Give one folder and one figure. Put names with blanks in quotes."};
    accepted.options.add_options()                               //
        ("word", po::value<std::vector<std::string>>())          //
        ("as-of", po::value<std::string>()->default_value(""))   //
        ("period", po::value<std::string>()->default_value(""))  //
        ("json", po::bool_switch());
    const po::variables_map values = parse_arguments(accepted, arguments);
    if (values.count("word") == 0) throw UsageError("Name the figure: a cell such as Dashboard!D7, or a measure.");
    const auto& words = values["word"].as<std::vector<std::string>>();
    run::ExplainOptions options{words.size() > 1 ? words[0] : ".", words.back(), {}, {}};
    if (const auto& text = values["as-of"].as<std::string>(); !text.empty()) {
        options.as_of = parse_iso_date(text);
        if (!options.as_of) throw UsageError(fmt::format("\"{}\" is not a date. Write it as 2014-09-29.", text));
    }
    if (const auto& text = values["period"].as<std::string>(); !text.empty()) {
        options.period = parse_period(text);
        if (!options.period)
            throw UsageError(fmt::format("\"{}\" is not a period. Write 2014-06, \"2014/15 Q1\" or 2014/15.", text));
    }
    const run::Explanation explanation = run::explain(options, streams.err);
    streams.out << (values["json"].as<bool>() ? run::to_json(explanation) : run::to_text(explanation));
    return done;
}

}  // namespace

Command explain_command() {
    return {"explain", "how a figure came about, cell by cell", help, execute_explain};
}

}  // namespace panelbook::cli
