#include "panelbook/consolidate/gate.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

#include "panelbook/core/text.hpp"

namespace panelbook::consolidate {

namespace {

/// The row that decides about a period: that very period, else the shortest that holds its last month; of two alike the
/// later row.
const plan::Release* release_row(const plan::Source& source, Period period, const plan::Plan& plan) {
    const plan::Release* best = nullptr;
    for (const plan::Release& row : plan.releases) {
        if (row.source != source.id || !row.period.contains(period.last_month())) continue;
        if (row.period == period) {
            best = &row;
        } else if (!best || (best->period != period && row.period.months() <= best->period.months())) {
            best = &row;
        }
    }
    return best;
}

std::string with_article(const std::string& board) {
    if (board.empty()) return "its board";
    return folded(board).rfind("the ", 0) == 0 ? board : "the " + board;
}

Finding about_sign_off(const history::FileRecord& file, Severity severity, std::string rule, std::string message,
                       std::string remedy) {
    return {severity,
            std::move(rule),
            {file.name, file.sign_off->sheet, file.sign_off->presented_on_cell},
            std::move(message),
            std::move(remedy),
            "",
            ""};
}

void withhold(FileGate& gate, std::string reason) {
    gate.released = false;
    gate.reason = std::move(reason);
}

/// The date in a sign-off block only proposes; where the plan says otherwise, somebody has to decide.
void check_presented_on(FileGate& gate, const history::FileRecord& file, const plan::Release* row,
                        const std::string& board) {
    const Date theirs = *file.sign_off->presented_on;
    if (!row || !row->presented_on) {
        gate.finding = about_sign_off(
            file, Severity::warning, "release-proposed",
            fmt::format("The sign-off says that the return was presented to {} on {}; the plan gives no date, so its "
                        "figures are withheld.",
                        with_article(board), to_words(theirs)),
            "If it was presented, enter the date on the plan's sheet Releases.");
        return;
    }
    if (*row->presented_on == theirs) return;
    withhold(gate, fmt::format("The return says that it was presented to {} on {}, the plan says {}",
                               with_article(board), to_words(theirs), to_words(*row->presented_on)));
    gate.finding = about_sign_off(
        file, Severity::error, "release-disagrees",
        fmt::format(
            "The sign-off says that the return was presented to {} on {}, the plan's sheet Releases says {}. Its "
            "figures are withheld until both say the same.",
            with_article(board), to_words(theirs), to_words(*row->presented_on)),
        "Find out which date is right, and put the other one right.");
}

constexpr std::array harmless_rules{"release-disagrees", "release-proposed"};

bool has_digit(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A finding about a file as a whole that holds no digit quotes no figure: "The file is encrypted."
bool quotes_no_figure(const Finding& finding) {
    if (std::find(harmless_rules.begin(), harmless_rules.end(), finding.rule) != harmless_rules.end()) return true;
    return finding.where.sheet.empty() && !finding.where.cell && !has_digit(finding.message) &&
           !has_digit(finding.remedy) && !has_digit(finding.found) && !has_digit(finding.expected);
}

void take_values_out(Finding& finding) {
    if (quotes_no_figure(finding)) return;
    finding.message = finding.where.cell
                          ? "Something is wrong with this cell. What it holds is not shown before it is released."
                          : "Something is wrong here. What it is about is not shown before it is released.";
    finding.remedy = "Look at it in the file that was sent.";
    finding.found.clear();
    finding.expected.clear();
}

}  // namespace

Release release_of(const plan::Source& source, Period period, const plan::Plan& plan, Date as_of) {
    Release release;
    if (!source.needs_release) {
        release.released = true;
        return release;
    }
    const plan::Release* row = release_row(source, period, plan);
    if (row && row->presented_on && *row->presented_on <= as_of) {
        release.released = true;
        release.presented_on = row->presented_on;
        return release;
    }
    release.reason =
        fmt::format("Not yet presented to {}", with_article(row && !row->board.empty() ? row->board : source.board));
    if (row) release.expected_on = row->expected_on ? row->expected_on : row->presented_on;
    return release;
}

FileGate gate_of(const history::FileRecord& file, const plan::Plan& plan, Date as_of) {
    FileGate gate;
    gate.shown_from = file.known_on;
    const plan::Source* source = plan.source(file.source);
    if (!source) {
        gate.reason = "The plan does not have the source of this file";
        return gate;
    }
    if (!source->needs_release) {
        gate.released = true;
        return gate;
    }
    const std::optional<Period> signed_for = file.sign_off ? file.sign_off->period : std::nullopt;
    const std::optional<Period> period = signed_for ? signed_for : file.latest;
    if (!period) {
        gate.reason = fmt::format("Not yet presented to {}", with_article(source->board));
        return gate;
    }
    const auto decide = [&](Period about) {
        const Release release = release_of(*source, about, plan, as_of);
        gate.released = release.released;
        gate.presented_on = release.presented_on;
        gate.expected_on = release.expected_on;
        gate.reason = release.reason;
        if (release.expected_on) gate.reason += fmt::format(" (expected on {})", to_words(*release.expected_on));
    };
    decide(*period);
    const plan::Release* row = release_row(*source, *period, plan);
    const std::string& board = row && !row->board.empty() ? row->board : source->board;
    if (file.sign_off && file.sign_off->presented_on) check_presented_on(gate, file, row, board);
    if (gate.released && signed_for && file.latest && file.latest->last_month() > signed_for->last_month()) {
        decide(*file.latest);
        if (!gate.released) {
            gate.finding = about_sign_off(
                file, Severity::error, "release-disagrees",
                fmt::format(
                    "The sign-off is for {}, but the return has figures up to {}, which have not been presented to "
                    "{}. The whole return is withheld.",
                    signed_for->words(), file.latest->words(), with_article(board)),
                "Sign off the period that the figures go up to, or send the earlier period by itself.");
        }
    }
    if (gate.released && gate.presented_on) gate.shown_from = std::max(gate.shown_from, *gate.presented_on);
    return gate;
}

GatedFiles gate_files(const std::vector<history::FileRecord>& files, const plan::Plan& plan, Date as_of) {
    GatedFiles gated;
    for (const history::FileRecord& file : files) gated[file.hash] = {&file, gate_of(file, plan, as_of)};
    return gated;
}

Findings publishable(Findings findings, const std::vector<history::FileRecord>& files, const plan::Plan& plan,
                     Date as_of) {
    std::set<std::string> withheld;
    for (const history::FileRecord& file : files) {
        if (!gate_of(file, plan, as_of).released) withheld.insert(file.name);
    }
    for (Finding& finding : findings) {
        if (withheld.count(finding.where.file)) take_values_out(finding);
    }
    return findings;
}

std::vector<history::KnownFinding> publishable(std::vector<history::KnownFinding> findings, const GatedFiles& files) {
    for (history::KnownFinding& each : findings) {
        const auto file = files.find(each.hash);
        if (file == files.end() || !file->second.gate.released) take_values_out(each.finding);
    }
    return findings;
}

}  // namespace panelbook::consolidate
