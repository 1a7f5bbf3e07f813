#include "panelbook/run/status.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <nlohmann/json.hpp>

namespace panelbook::run {

namespace {

// Ordered: the same outcome gives the same bytes.
using Json = nlohmann::ordered_json;

std::string plural(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::size_t count_of(const Findings& findings, Severity severity) {
    return static_cast<std::size_t>(std::count_if(
        findings.begin(), findings.end(), [&](const Finding& finding) { return finding.severity == severity; }));
}

void list(std::string& text, std::string_view heading, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    text += fmt::format("\n{} ({})\n", heading, lines.size());
    for (const std::string& line : lines) text += fmt::format("  {}\n", line);
}

void list_findings(std::string& text, std::string_view heading, const Findings& findings, Severity severity) {
    if (count_of(findings, severity) == 0) return;
    text += fmt::format("\n{} ({})\n", heading, count_of(findings, severity));
    for (const Finding& finding : findings) {
        if (finding.severity == severity) text += to_text(finding);
    }
}

template <class Items, class Words>
std::vector<std::string> lines_of(const Items& items, Words words) {
    std::vector<std::string> lines;
    std::transform(std::begin(items), std::end(items), std::back_inserter(lines), words);
    return lines;
}

std::vector<std::string> return_lines(const Outcome& outcome, consolidate::ReturnState state) {
    std::vector<std::string> lines;
    for (const auto& one : outcome.returns) {
        if (one.state != state) continue;
        std::string line = one.organisation;
        if (!one.reason.empty()) line += ": " + one.reason;
        lines.push_back(line);
    }
    return lines;
}

Json to_json(const Finding& finding) {
    Json json = {{"severity", to_word(finding.severity)},
                 {"rule", finding.rule},
                 {"file", finding.where.file},
                 {"sheet", finding.where.sheet},
                 {"cell", finding.where.cell ? to_a1(*finding.where.cell) : ""},
                 {"message", finding.message},
                 {"remedy", finding.remedy}};
    return json;
}

/// Every filled cell of the mapped tables, counted by what became of it; of what is withheld or suppressed the reasons.
Json to_json(const std::vector<consolidate::FileCells>& cells) {
    Json list = Json::array();
    for (const consolidate::FileCells& file : cells) {
        Json states = Json::object();
        std::size_t sum = 0;
        for (const auto& [state, count] : file.states) {
            states[std::string(to_word(state))] = count;
            sum += count;
        }
        list.push_back(
            {{"file", file.file}, {"hash", file.hash}, {"filled", sum}, {"states", states}, {"reasons", file.reasons}});
    }
    return list;
}

std::string line_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

int Outcome::exit_code() const {
    return any_error(findings) || !taken.rejected.empty() || !taken.left.empty() ? 1 : 0;
}

std::string status_text(const Outcome& outcome) {
    const Taken& taken = outcome.taken;
    std::string text = fmt::format("{}, as known on {}\n", outcome.period.words(), to_words(outcome.as_of));
    text += outcome.exit_code() == 0 ? "Nothing is wrong.\n" : "Something needs putting right: see below.\n";
    text += fmt::format("\nDashboard\n  {}\n", outcome.produced.path);
    if (!outcome.produced.remark.empty()) text += fmt::format("  {}\n", outcome.produced.remark);
    list(text, "Rejected: nothing could be read; why is in the folder rejected", taken.rejected);
    const auto left_line = [](const LeftFile& file) { return file.name + ": " + file.reason; };
    list(text, "Left in the inbox", lines_of(taken.left, left_line));
    list_findings(text, "To put right", outcome.findings, Severity::error);
    list(text, "Returns not received", return_lines(outcome, consolidate::ReturnState::missing));
    list(text, "Returns withheld until their board has seen them",
         return_lines(outcome, consolidate::ReturnState::withheld));
    const auto waiting_line = [](const intake::WaitingFile& file) { return file.name + ": " + file.reason; };
    list(text, "Waiting in the inbox", lines_of(taken.waiting, waiting_line));
    list_findings(text, "To look at", outcome.findings, Severity::warning);
    if (outcome.nothing_new) text += "\nNothing new since the last run: the dashboard is as it was.\n";
    list(text, "Taken", taken.accepted);
    list(text, "Read again because the plan changed", taken.reread);
    list(text, "Sent before: the same bytes are kept already", taken.duplicates);
    if (taken.ignored > 0) {
        text += fmt::format("\nIgnored: {}\n",
                            plural(taken.ignored, "temporary or hidden file", "temporary or hidden files"));
    }
    return text;
}

std::string status_json(const Outcome& outcome, const std::string& finished) {
    const Taken& taken = outcome.taken;
    const auto names = [](const auto& files) {
        Json list = Json::array();
        for (const auto& file : files) list.push_back({{"file", file.name}, {"reason", file.reason}});
        return list;
    };
    Json json = {{"exit_code", outcome.exit_code()},
                 {"finished", finished},
                 {"as_of", to_iso(outcome.as_of)},
                 {"period", outcome.period.key()},
                 {"dashboard", outcome.produced.path},
                 {"remark", outcome.produced.remark},
                 {"errors", count_of(outcome.findings, Severity::error)},
                 {"warnings", count_of(outcome.findings, Severity::warning)},
                 {"accepted", taken.accepted},
                 {"rejected", taken.rejected},
                 {"reread", taken.reread},
                 {"duplicates", taken.duplicates},
                 {"left", names(taken.left)},
                 {"waiting", names(taken.waiting)},
                 {"ignored", taken.ignored},
                 {"nothing_new", outcome.nothing_new},
                 {"cells", to_json(outcome.cells)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string log_lines(const Outcome& outcome, const std::string& finished) {
    const Taken& taken = outcome.taken;
    std::string text;
    const auto log_names = [&](std::string_view event, const std::vector<std::string>& names) {
        for (const std::string& name : names) text += line_of({{"event", event}, {"file", name}});
    };
    const auto log_reasons = [&](std::string_view event, const auto& files) {
        for (const auto& file : files)
            text += line_of({{"event", event}, {"file", file.name}, {"reason", file.reason}});
    };
    log_names("accepted", taken.accepted);
    log_names("rejected", taken.rejected);
    log_names("reread", taken.reread);
    log_names("duplicate", taken.duplicates);
    log_reasons("left", taken.left);
    log_reasons("waiting", taken.waiting);
    // What was found is in the log of the run that found it.
    for (const Finding& finding : outcome.nothing_new ? Findings{} : outcome.findings) {
        Json json = {{"event", "finding"}};
        json.update(to_json(finding));
        text += line_of(json);
    }
    text += line_of({{"event", "finished"},
                     {"time", finished},
                     {"exit_code", outcome.exit_code()},
                     {"dashboard", outcome.produced.path},
                     {"dashboard_hash", outcome.produced.hash},
                     {"nothing_new", outcome.nothing_new}});
    return text;
}

}  // namespace panelbook::run
