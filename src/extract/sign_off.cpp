#include "panelbook/extract/sign_off.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

#include "panelbook/core/text.hpp"
#include "panelbook/extract/date_text.hpp"
#include "panelbook/extract/headings.hpp"
#include "panelbook/extract/locate.hpp"

namespace panelbook::extract {

namespace {

enum class Line { organisation, board, period, presented_on, completed_by };

std::optional<Line> line_of(std::string_view text) {
    struct Row {
        std::string_view label;
        Line line;
    };
    constexpr std::array rows = {
        Row{"organisation", Line::organisation},
        Row{"partner", Line::organisation},
        Row{"board", Line::board},
        Row{"period", Line::period},
        Row{"reporting period", Line::period},
        Row{"quarter", Line::period},
        Row{"presented to the board on", Line::presented_on},
        Row{"presented to board on", Line::presented_on},
        Row{"presented on", Line::presented_on},
        Row{"date presented to the board", Line::presented_on},
        Row{"completed by (role)", Line::completed_by},
        Row{"completed by", Line::completed_by},
    };
    const std::string label = folded_label(text);
    for (const Row& row : rows) {
        if (label == row.label) return row.line;
    }
    return std::nullopt;
}

bool says_not_yet(std::string_view text) {
    const std::string word = folded_label(text);
    constexpr std::array<std::string_view, 8> words = {"not yet", "tbc", "to be confirmed", "no", "pending",
                                                       "n/a",     "na",  "awaited"};
    return word.starts_with("not yet") || word.starts_with("not presented") ||
           std::find(words.begin(), words.end(), word) != words.end();
}

class Reader {
public:
    explicit Reader(const TableJob& job) : m_job(job) {}

    bool has(Line line) const { return m_read.contains(line); }

    void read(Line line, const Cell* value, CellRef beside) {
        m_read.insert(line);
        const std::string text = value != nullptr ? std::string(trimmed(to_text(value->value))) : std::string();
        switch (line) {
            case Line::organisation:
                m_sign_off.organisation = text;
                break;
            case Line::board:
                m_sign_off.board = text;
                break;
            case Line::completed_by:
                m_sign_off.completed_by = text;
                break;
            case Line::period:
                read_period(value, text);
                break;
            case Line::presented_on:
                read_date(value, text, beside);
                break;
        }
    }

    SignOff take() {
        m_sign_off.sheet = m_job.sheet.name;
        if (!has(Line::presented_on)) {
            m_job.at_sheet(Severity::note, "sign-off-date-missing",
                           "The sign-off block has no line that says when the figures were presented to the board.",
                           "Add a line \xE2\x80\x9CPresented to the board on\xE2\x80\x9D with the date.");
        }
        return std::move(m_sign_off);
    }

private:
    void read_period(const Cell* value, const std::string& text) {
        m_sign_off.period = read_heading(value).whole;
        if (m_sign_off.period || value == nullptr) return;
        m_job.at_cell(Severity::warning, "sign-off-period", value->at,
                      fmt::format("{} is not a period that can be read.", quoted(text)),
                      "Write the period like 2014/15 Q1, or June 2014.");
    }

    void read_date(const Cell* value, const std::string& text, CellRef beside) {
        m_sign_off.presented_on_cell = value != nullptr ? value->at : beside;
        if (value != nullptr && says_not_yet(text)) {
            m_job.at_cell(Severity::note, "sign-off-not-yet", value->at,
                          "The return says that its board has not seen it yet.",
                          "Once it has been presented, type the date and send the return again.", "a date");
            return;
        }
        if (value == nullptr) {
            m_job.at_cell(Severity::note, "sign-off-date-missing", *m_sign_off.presented_on_cell,
                          "The return does not say when it was presented to its board.",
                          "Type the date once it has been presented, and send the return again.", "a date");
            return;
        }
        if (const auto* date = std::get_if<DateTime>(&value->value)) {
            m_sign_off.presented_on = date->date;
            return;
        }
        m_sign_off.presented_on = parse_date_text(text);
        if (m_sign_off.presented_on) return;
        m_job.at_cell(Severity::warning, "sign-off-date-unreadable", value->at,
                      fmt::format("{} is not a date that can be read.", quoted(text)),
                      "Type the date on which the board saw the figures, like 29/09/2014.", "a date");
    }

    const TableJob& m_job;
    SignOff m_sign_off;
    std::set<Line> m_read;
};

}  // namespace

std::optional<SignOffBlock> read_sign_off(const TableJob& job, std::uint32_t first_row, std::uint32_t end_row) {
    Reader reader(job);
    std::optional<std::uint32_t> last;
    for (std::uint32_t row = first_row; row < end_row; ++row) {
        const auto cells = cells_of_rows(job.sheet, row, row);
        const auto label = std::find_if(cells.begin(), cells.end(), [](const Cell& cell) { return !is_blank(&cell); });
        if (label == cells.end()) continue;
        const auto* text = std::get_if<std::string>(&label->value);
        const auto line = text != nullptr ? line_of(*text) : std::nullopt;
        if (!line) {
            if (last) break;
            continue;
        }
        const auto value = std::find_if(label + 1, cells.end(), [](const Cell& cell) { return !is_blank(&cell); });
        // The headings of the table may begin with "Period" too.
        const bool more_cells = value != cells.end() && cells.end() - value > 1;
        if (more_cells || reader.has(*line)) break;
        reader.read(*line, value == cells.end() ? nullptr : &*value, {row, label->at.column + 1});
        last = row;
    }
    if (!last) return std::nullopt;
    return SignOffBlock{reader.take(), *last + 1};
}

}  // namespace panelbook::extract
