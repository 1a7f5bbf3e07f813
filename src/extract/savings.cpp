#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

#include "panelbook/core/text.hpp"
#include "panelbook/extract/headings.hpp"
#include "panelbook/extract/layouts.hpp"
#include "panelbook/extract/line.hpp"
#include "panelbook/extract/totals.hpp"

namespace panelbook::extract {

namespace {

constexpr std::array<std::string_view, 5> scheme_headings = {"scheme", "saving", "savings", "project", "item"};
constexpr std::array<std::string_view, 2> owner_headings = {"owner", "lead"};
constexpr std::array<std::string_view, 1> status_headings = {"status"};
constexpr std::array<std::string_view, 3> recurring_headings = {"recurring or one-off", "recurring/one-off",
                                                                "recurring"};
constexpr std::array<std::string_view, 3> year_headings = {"year", "financial year", "period"};
constexpr std::array<std::string_view, 3> amount_headings = {"amount", "saving (\xC2\xA3)", "value"};
constexpr std::array<std::string_view, 7> statuses = {"required",           "idea",     "identified",  "planned",
                                                      "nearing completion", "realised", "unachievable"};

struct SavingsColumns {
    Field scheme;
    Field owner;
    Field status;
    Field recurring;
    Field year;
    std::vector<Slot> amounts;  // one a column of amounts, with its year where the heading gives it

    bool name_rows(std::uint32_t column) const {
        return scheme.has(column) || owner.has(column) || status.has(column) || recurring.has(column) ||
               year.has(column);
    }
    bool hold_amounts(std::uint32_t column) const {
        return std::any_of(amounts.begin(), amounts.end(), [&](const Slot& slot) { return slot.index == column; });
    }
};

bool is_header(const TableJob& job, std::uint32_t row) {
    const HeaderRows rows{row, row};
    if (!job.spec.labels.empty()) {
        const Field field = find_field(job.spec.labels, job.sheet, rows);
        if (!field.in_columns()) return false;
        const Cell* cell = job.sheet.at({row, field.columns.front()});
        const bool words = cell != nullptr && std::holds_alternative<std::string>(cell->value);
        return words && cells_of_rows(job.sheet, row, row).size() > 1;
    }
    // A title may be one of these words too, but it stands alone.
    return cells_of_rows(job.sheet, row, row).size() > 1 &&
           std::any_of(scheme_headings.begin(), scheme_headings.end(),
                       [&](std::string_view heading) { return !columns_headed(heading, job.sheet, rows).empty(); });
}

std::optional<HeaderRows> find_header(const TableJob& job, const Stretch& stretch) {
    for (std::uint32_t row = stretch.first; row < stretch.end; ++row) {
        if (is_header(job, row)) return HeaderRows{row, row};
    }
    return std::nullopt;
}

/// The columns of amounts: those the plan names, the one headed Amount, or every one whose heading is a year.
std::vector<Slot> amount_columns(const TableJob& job, HeaderRows header) {
    std::vector<Heading> headings;
    for (std::uint32_t column = 0; column < job.sheet.column_count(); ++column) {
        headings.push_back({column, {read_heading(job.sheet.at({header.last, column}))}});
    }
    std::vector<Slot> slots = resolve_headings(headings, std::nullopt);
    std::vector<std::uint32_t> wanted;
    if (const auto columns = parse_columns(job.spec.values)) {
        wanted = *columns;
    } else if (!job.spec.values.empty()) {
        wanted = columns_headed(find_field(job.spec.values, job.sheet, std::nullopt).missing, job.sheet, header);
    } else {
        for (const std::string_view heading : amount_headings) {
            if (wanted.empty()) wanted = columns_headed(heading, job.sheet, header);
        }
    }
    std::erase_if(slots, [&](const Slot& slot) {
        const bool named = std::find(wanted.begin(), wanted.end(), slot.index) != wanted.end();
        return wanted.empty() ? slot.kind == SlotKind::other : !named;
    });
    return slots;
}

std::optional<SavingsColumns> find_columns(const TableJob& job, HeaderRows header) {
    const auto scheme = field_or_default(job, job.spec.labels, header, "schemes", scheme_headings);
    const auto owner = field_or_default(job, "", header, "owners", owner_headings);
    const auto status = field_or_default(job, "", header, "statuses", status_headings);
    const auto recurring = field_or_default(job, "", header, "recurring or one-off", recurring_headings);
    const auto year = field_or_default(job, job.spec.periods, header, "years", year_headings);
    if (!scheme || !owner || !status || !recurring || !year) return std::nullopt;
    SavingsColumns columns{*scheme, *owner, *status, *recurring, *year, amount_columns(job, header)};
    if (!columns.scheme.in_columns()) {
        job.at_sheet(Severity::error, "column-not-found",
                     fmt::format("No column of schemes was found under the headings in row {}.", header.last + 1),
                     "Head the column of schemes Scheme.");
        return std::nullopt;
    }
    if (columns.amounts.empty()) {
        job.at_sheet(Severity::error, "column-not-found",
                     fmt::format("No column of amounts was found under the headings in row {}.", header.last + 1),
                     "Head the column Amount, or put a year such as 2014/15 above each column of amounts.");
        return std::nullopt;
    }
    return columns;
}

/// Reads the rows of a savings table and keeps what its totals are checked against.
class SavingsReader {
public:
    SavingsReader(const TableJob& job, const SavingsColumns& columns, TableRead& read)
        : m_job(job), m_columns(columns), m_read(read), m_status(job.sheet, columns.status.columns) {
        if (columns.year.kind == Field::Kind::constant) m_year = parse_period(columns.year.constant);
    }

    void read_row(std::uint32_t row) {
        const CellRef scheme_cell{row, m_columns.scheme.columns.front()};
        SavingsAmount amount;
        amount.scheme = m_job.sheet.text_at(scheme_cell);
        amount.owner = text_in(m_columns.owner, row);
        amount.recurring = recurring_word(text_in(m_columns.recurring, row));
        amount.scope = m_job.spec.scope;
        amount.as_at = m_job.spec.as_at;
        amount.estimate = m_job.spec.estimate;
        amount.source = m_job.source.id;
        const bool total = is_total_label(amount.scheme) || m_job.labels.measure(amount.scheme).total;
        const bool ignored = m_job.labels.measure(amount.scheme).ignore;
        std::optional<std::string> status;
        if (!total && !ignored && any_amount(row)) {
            status = status_at(row, amount.scheme);
            if (amount.scheme.empty()) {
                m_job.at_cell(Severity::error, "label-missing", scheme_cell,
                              "This row has an amount but no scheme, so it was not taken.",
                              "Write the name of the scheme, or delete the row.");
                status.reset();
            }
        }
        m_places.push_back(total ? Part::total : Part::part);
        m_rows.push_back(row);
        for (const Slot& slot : m_columns.amounts) {
            const CellRef cell{row, slot.index};
            CellReading reading = read_cell(m_job.sheet.at(cell), m_job.rule_for(plan::Unit::gbp));
            if (total || (!ignored && status && slot.kind == SlotKind::total)) {
                m_job.claim(cell, CellRole::unchecked_total);
            } else if (ignored) {
                m_job.claim(cell, CellRole::not_wanted);
            } else if (!status) {
                m_job.claim(cell, CellRole::unknown_label);
            } else {
                amount.status = *status;
                take(amount, cell, slot, reading);
            }
            m_readings[slot.index].push_back(std::move(reading));
        }
    }

    /// A scheme whose one amount is left empty. Words without a status are no scheme.
    void read_row_without_amount(std::uint32_t row) {
        if (m_columns.amounts.size() != 1 || !m_columns.status.in_columns()) return;
        const std::string status = folded_label(text_in(m_columns.status, row));
        if (std::find(statuses.begin(), statuses.end(), status) == statuses.end()) return;
        find_no_amount({row, m_columns.amounts.front().index});
    }

    /// Total rows against the schemes above them; total columns against the years beside them.
    void check_totals() {
        for (const Slot& slot : m_columns.amounts) {
            for (std::size_t total = 0; total < m_places.size(); ++total) {
                if (m_places[total] != Part::total) continue;
                check_row_total(slot, total);
            }
            if (slot.kind == SlotKind::total) check_column_total(slot);
        }
    }

private:
    std::string text_in(const Field& field, std::uint32_t row) const {
        return field.in_columns() ? m_job.sheet.text_at({row, field.columns.front()}) : std::string();
    }

    static std::string recurring_word(const std::string& text) {
        const std::string word = folded(text);
        if (word.starts_with("one") || word == "non-recurring") return "one-off";
        if (word.starts_with("recurring") || word == "yes") return "recurring";
        return {};
    }

    bool any_amount(std::uint32_t row) const {
        return std::any_of(m_columns.amounts.begin(), m_columns.amounts.end(), [&](const Slot& slot) {
            return !is_blank(m_job.sheet.at({row, slot.index}));
        });
    }

    /// The status of a row: its own column, given once for a block, or the scheme's name itself ("Required").
    std::optional<std::string> status_at(std::uint32_t row, const std::string& scheme) {
        CellRef cell{row, m_columns.scheme.columns.front()};
        std::string text = scheme;
        if (m_columns.status.in_columns()) {
            const LabelText label = m_status.at(row, true).front();
            cell = label.cell;
            text = label.text;
        }
        const std::string word = folded_label(text);
        if (std::find(statuses.begin(), statuses.end(), word) != statuses.end()) return word;
        m_job.claim(cell, CellRole::in_error);
        const std::vector<std::string> words(statuses.begin(), statuses.end());
        const std::string near = nearest(word, words);
        m_job.at_cell(
            Severity::error, "unknown-status", cell,
            m_columns.status.in_columns() && text.empty()
                ? std::string("This scheme has no status, so its amounts were not taken.")
                : fmt::format("{} is not the status of a scheme, so its amounts were not taken.", quoted(text)),
            near.empty() ? "Write required, idea, identified, planned, nearing completion, realised or "
                           "unachievable."
                         : fmt::format("If {} is meant, write that.", quoted(near)),
            near);
        return std::nullopt;
    }

    std::optional<Period> year_of(const Slot& slot, std::uint32_t row) const {
        if (m_year) return m_year;
        if (slot.kind == SlotKind::period) return slot.period;
        if (!m_columns.year.in_columns()) return std::nullopt;
        const HeadingPart part = read_heading(m_job.sheet.at_or_merged({row, m_columns.year.columns.front()}));
        // A savings year is a financial one, also where only the year it begins in is written.
        if (part.year) return Period::financial_year(*part.year);
        return part.whole;
    }

    void find_no_amount(CellRef cell) {
        m_job.at_cell(Severity::error, "amount-missing", cell,
                      "This scheme has no amount, so it is in no total: what is still to find is overstated by it.",
                      "Type the amount, or 0 if there is none yet.", "an amount");
    }

    void take(SavingsAmount amount, CellRef cell, const Slot& slot, const CellReading& reading) {
        m_job.claim(cell, role_of(reading));
        if (reading.kind == CellKind::wrong) {
            m_job.at_cell(Severity::error, reading.rule, cell, reading.message, reading.remedy);
            return;
        }
        if (reading.kind != CellKind::value) {
            // Among columns of years an empty one adds nothing; alone it is an amount that nobody gave.
            if (m_columns.amounts.size() == 1) find_no_amount(cell);
            return;
        }
        const auto year = year_of(slot, cell.row);
        if (!year) {
            m_job.claim(cell, CellRole::in_error);
            m_job.at_cell(Severity::error, "period-not-understood", cell,
                          "Nothing says which year this amount is for, so it was not taken.",
                          "Write the year like 2014/15 in the column Year, or above the amounts.");
            return;
        }
        amount.year = *year;
        amount.amount = std::get<Pence>(*reading.amount);
        amount.where = {m_job.file.name, m_job.file.hash, m_job.sheet.name, cell};
        if (!m_read.first || *year < *m_read.first) m_read.first = year;
        if (!m_read.last || *m_read.last < *year) m_read.last = year;
        ++m_read.values;
        m_job.out.savings.push_back(std::move(amount));
    }

    void check_row_total(const Slot& slot, std::size_t total) {
        const auto& readings = m_readings[slot.index];
        if (readings[total].kind == CellKind::blank) return;
        std::vector<std::vector<SumCheck>> checks;
        for (const auto& group : likely_parts(m_places, total)) {
            std::vector<const CellReading*> parts;
            for (const std::size_t i : group) parts.push_back(&readings[i]);
            // A scheme without an amount in a year adds nothing to it.
            std::erase_if(parts, [](const CellReading* part) { return part->kind == CellKind::blank; });
            checks.push_back({check_sum(parts, readings[total])});
        }
        const auto best = best_group(checks);
        report(best ? checks[*best].front() : SumCheck{}, {m_rows[total], slot.index}, "rows above it");
    }

    void check_column_total(const Slot& total) {
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            const CellReading& sum = m_readings[total.index][i];
            if (sum.kind == CellKind::blank) continue;
            std::vector<const CellReading*> parts;
            for (const Slot& slot : m_columns.amounts) {
                const CellReading& part = m_readings[slot.index][i];
                if (slot.kind == SlotKind::period && part.kind != CellKind::blank) parts.push_back(&part);
            }
            report(check_sum(parts, sum), {m_rows[i], total.index}, "years beside it");
        }
    }

    void report(const SumCheck& check, CellRef cell, std::string_view parts) {
        if (check.result == SumResult::unreadable || check.result == SumResult::part_missing) {
            ++m_read.totals_unchecked;
            return;
        }
        ++m_read.totals_checked;
        m_job.claim(cell, check.result == SumResult::differs ? CellRole::in_error : CellRole::checked_total);
        // Schemes in whole thousands are rounded as a rule, so only what rounding cannot explain is found.
        if (check.result != SumResult::differs) return;
        m_job.at_cell(Severity::error, "total-differs", cell,
                      fmt::format("This total is {}, but the {} add up to {}.", to_text(CellValue{check.total}), parts,
                                  to_text(CellValue{check.parts})),
                      "Find which of them is wrong, and correct it.", to_text(CellValue{check.parts}));
    }

    const TableJob& m_job;
    const SavingsColumns& m_columns;
    TableRead& m_read;
    LabelColumns m_status;
    std::optional<Period> m_year;
    std::vector<Part> m_places;
    std::vector<std::uint32_t> m_rows;
    std::map<std::uint32_t, std::vector<CellReading>> m_readings;  // by column, then by row
};

}  // namespace

void read_savings(const TableJob& job, const Stretch& stretch) {
    std::optional<HeaderRows> header = given_header(job.spec, stretch);
    if (!header) header = find_header(job, stretch);
    if (!header) {
        find_header_missing(job, "No row of headings was found, such as Scheme, Status and Amount.",
                            "Put the headings that the table had before above its first row.");
        return;
    }
    const auto columns = find_columns(job, *header);
    if (!columns) return;
    const auto has_amount = [&](std::uint32_t row) {
        return std::any_of(columns->amounts.begin(), columns->amounts.end(), [&](const Slot& slot) {
            return !is_blank(job.sheet.at({row, slot.index}));
        });
    };
    const Body body = find_body(stretch, header->last + 1, [&](std::uint32_t row) {
        if (is_header(job, row)) return RowKind::headings;
        if (has_amount(row)) return RowKind::known;
        return job.sheet.text_at({row, columns->scheme.columns.front()}).empty() ? RowKind::blank : RowKind::words;
    });
    const auto names_rows = [&](std::uint32_t column) { return columns->name_rows(column); };
    const auto reads = [&](std::uint32_t column) { return names_rows(column) || columns->hold_amounts(column); };
    std::uint32_t first_column = columns->scheme.columns.front();
    std::uint32_t last_column = first_column;
    for (std::uint32_t column = 0; column < job.sheet.column_count(); ++column) {
        if (!reads(column)) continue;
        first_column = std::min(first_column, column);
        last_column = std::max(last_column, column);
    }
    TableRead read = describe_table(job, stretch, *header, body, first_column, last_column, reads);
    if (!body.rows.empty()) job.claim_rows(body.rows.front(), body.rows.back(), CellRole::label, names_rows);
    SavingsReader reader(job, *columns, read);
    for (const std::uint32_t row : body.rows) {
        if (has_amount(row))
            reader.read_row(row);
        else
            reader.read_row_without_amount(row);
    }
    reader.check_totals();
    find_rows_below(job, body);
    job.out.tables.push_back(std::move(read));
}

}  // namespace panelbook::extract
