#include "panelbook/history/rows.hpp"

#include <sqlite3.h>

namespace panelbook::history {

namespace {

std::optional<std::string> iso(const std::optional<Date>& date) {
    return date ? std::optional(to_iso(*date)) : std::nullopt;
}

std::optional<std::int64_t> row_of(const std::optional<CellRef>& cell) {
    return cell ? std::optional(std::int64_t{cell->row}) : std::nullopt;
}

std::optional<std::int64_t> column_of(const std::optional<CellRef>& cell) {
    return cell ? std::optional(std::int64_t{cell->column}) : std::nullopt;
}

}  // namespace

std::string_view state_word(FileState state) {
    return state == FileState::archived ? "archived" : "rejected";
}

Period RowReader::period(const Statement& row, int column) {
    std::string key = row.text(column);
    if (const auto seen = m_periods.find(key); seen != m_periods.end()) return seen->second;
    const std::optional<Period> period = parse_period(key);
    if (!period) m_database.fail(SQLITE_CORRUPT);
    m_periods.emplace(std::move(key), *period);
    return *period;
}

Date RowReader::date(const Statement& row, int column) {
    std::string text = row.text(column);
    if (const auto seen = m_dates.find(text); seen != m_dates.end()) return seen->second;
    const std::optional<Date> date = parse_iso_date(text);
    if (!date) m_database.fail(SQLITE_CORRUPT);
    m_dates.emplace(std::move(text), *date);
    return *date;
}

std::optional<Date> RowReader::optional_date(const Statement& row, int column) {
    return row.null(column) ? std::nullopt : std::optional(date(row, column));
}

Marker RowReader::marker(const Statement& row, int column) {
    std::string word = row.text(column);
    if (const auto seen = m_markers.find(word); seen != m_markers.end()) return seen->second;
    const std::optional<Marker> marker = marker_from_word(word);
    if (!marker) m_database.fail(SQLITE_CORRUPT);
    m_markers.emplace(std::move(word), *marker);
    return *marker;
}

CellRef RowReader::cell(const Statement& row, int column) const {
    return {static_cast<std::uint32_t>(row.integer(column)), static_cast<std::uint32_t>(row.integer(column + 1))};
}

std::optional<CellRef> RowReader::optional_cell(const Statement& row, int column) const {
    return row.null(column) ? std::nullopt : std::optional(cell(row, column));
}

FileRecord RowReader::file(const Statement& row) {
    FileRecord file;
    file.hash = row.text(0);
    file.name = row.text(1);
    file.stored = row.text(2);
    file.state = row.view(3) == state_word(FileState::archived) ? FileState::archived : FileState::rejected;
    file.source.text = row.text(4);
    file.known_on = date(row, 5);
    file.run = static_cast<int>(row.integer(6));
    file.plan_hash = row.text(7);
    if (!row.null(8)) file.latest = period(row, 8);
    if (!row.null(9)) {
        SignOff& sign_off = file.sign_off.emplace();
        sign_off.organisation = row.text(10);
        sign_off.board = row.text(11);
        if (!row.null(12)) sign_off.period = period(row, 12);
        sign_off.presented_on = optional_date(row, 13);
        sign_off.completed_by = row.text(14);
        sign_off.sheet = row.text(15);
        sign_off.presented_on_cell = optional_cell(row, 16);
    }
    return file;
}

RowReader::ObservedFile RowReader::observed_file(const Statement& row) {
    return {row.integer(0), row.text(1), row.text(2), date(row, 3)};
}

KnownObservation RowReader::observation(const Statement& row, const ObservedFile& file) {
    KnownObservation known;
    Observation& observation = known.observation;
    observation.measure.text = row.view(0);
    observation.area.text = row.view(1);
    observation.period = period(row, 2);
    if (!row.null(3)) observation.value = row.real(3);
    if (!row.null(4)) observation.value = Pence{row.integer(4)};
    if (!row.null(5)) observation.denominator = row.real(5);
    observation.marker = marker(row, 6);
    observation.source.text = row.view(7);
    observation.where = {file.name, file.hash, row.text(8), cell(row, 9)};
    observation.denominator_cell = optional_cell(row, 11);
    known.hash = file.hash;
    known.known_on = file.known_on;
    return known;
}

KnownSavings RowReader::saving(const Statement& row) {
    KnownSavings known;
    SavingsAmount& amount = known.amount;
    amount.scheme = row.text(0);
    amount.owner = row.text(1);
    amount.status = row.text(2);
    amount.recurring = row.text(3);
    amount.year = period(row, 4);
    amount.amount = {row.integer(5)};
    amount.scope = row.text(6);
    amount.as_at = optional_date(row, 7);
    amount.estimate = row.text(8);
    amount.source.text = row.text(9);
    amount.where = {row.text(10), row.text(11), row.text(12), cell(row, 13)};
    known.known_on = date(row, 15);
    return known;
}

Finding RowReader::finding(const Statement& row) {
    Finding finding;
    const std::string_view severity = row.view(0);
    for (const Severity each : {Severity::note, Severity::warning, Severity::error}) {
        if (severity == to_word(each)) finding.severity = each;
    }
    finding.rule = row.text(1);
    finding.where = {row.text(2), row.text(3), optional_cell(row, 4)};
    finding.message = row.text(6);
    finding.remedy = row.text(7);
    finding.found = row.text(8);
    finding.expected = row.text(9);
    return finding;
}

CellRun RowReader::cell_run(const Statement& row) const {
    const std::optional<CellRole> role = cell_role_from_word(row.view(5));
    if (!role) m_database.fail(SQLITE_CORRUPT);
    const auto number = [&](int column) { return static_cast<std::uint32_t>(row.integer(column)); };
    return {row.text(1), number(2), number(3), number(4), *role};
}

RowWriter::RowWriter(Database& database)
    : m_sign_off(
          database.prepare("INSERT INTO sign_off (file, organisation, board, period, presented_on, completed_by, "
                           "sheet, cell_row, cell_column) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      m_observation(database.prepare("INSERT INTO observation (file, position, measure, area, period, value, pence, "
                                     "denominator, marker, source, sheet, cell_row, cell_column, n_row, n_column) "
                                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      m_saving(database.prepare("INSERT INTO saving (file, position, scheme, owner, status, recurring, year, pence, "
                                "scope, as_at, estimate, source, sheet, cell_row, cell_column) "
                                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      m_finding(database.prepare("INSERT INTO finding (file, position, severity, rule, place, sheet, cell_row, "
                                 "cell_column, message, remedy, found, expected) "
                                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      m_cell_run(
          database.prepare("INSERT INTO cell_run (file, position, sheet, cell_column, first_row, last_row, role) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?)")),
      m_sheet(database.prepare("INSERT INTO sheet (file, position, name) VALUES (?, ?, ?)")) {}

void RowWriter::sign_off(std::int64_t file, const SignOff& sign_off) {
    m_sign_off.again()
        .bind(file)
        .bind(sign_off.organisation)
        .bind(sign_off.board)
        .bind(sign_off.period ? std::optional(sign_off.period->key()) : std::nullopt)
        .bind(iso(sign_off.presented_on))
        .bind(sign_off.completed_by)
        .bind(sign_off.sheet)
        .bind(row_of(sign_off.presented_on_cell))
        .bind(column_of(sign_off.presented_on_cell))
        .run();
}

void RowWriter::observations(std::int64_t file, const std::vector<Observation>& observations) {
    std::int64_t position = 0;
    for (const Observation& each : observations) {
        const double* value = each.value ? std::get_if<double>(&*each.value) : nullptr;
        const Pence* pence = each.value ? std::get_if<Pence>(&*each.value) : nullptr;
        m_observation.again()
            .bind(file)
            .bind(position++)
            .bind(each.measure.text)
            .bind(each.area.text)
            .bind(each.period.key())
            .bind(value ? std::optional(*value) : std::nullopt)
            .bind(pence ? std::optional(pence->count) : std::nullopt)
            .bind(each.denominator)
            .bind(to_word(each.marker))
            .bind(each.source.text)
            .bind(each.where.sheet)
            .bind(std::int64_t{each.where.cell.row})
            .bind(std::int64_t{each.where.cell.column})
            .bind(row_of(each.denominator_cell))
            .bind(column_of(each.denominator_cell))
            .run();
    }
}

void RowWriter::savings(std::int64_t file, const std::vector<SavingsAmount>& savings) {
    std::int64_t position = 0;
    for (const SavingsAmount& each : savings) {
        m_saving.again()
            .bind(file)
            .bind(position++)
            .bind(each.scheme)
            .bind(each.owner)
            .bind(each.status)
            .bind(each.recurring)
            .bind(each.year.key())
            .bind(each.amount.count)
            .bind(each.scope)
            .bind(iso(each.as_at))
            .bind(each.estimate)
            .bind(each.source.text)
            .bind(each.where.sheet)
            .bind(std::int64_t{each.where.cell.row})
            .bind(std::int64_t{each.where.cell.column})
            .run();
    }
}

void RowWriter::findings(std::int64_t file, const Findings& findings) {
    std::int64_t position = 0;
    for (const Finding& each : findings) {
        m_finding.again()
            .bind(file)
            .bind(position++)
            .bind(to_word(each.severity))
            .bind(each.rule)
            .bind(each.where.file)
            .bind(each.where.sheet)
            .bind(row_of(each.where.cell))
            .bind(column_of(each.where.cell))
            .bind(each.message)
            .bind(each.remedy)
            .bind(each.found)
            .bind(each.expected)
            .run();
    }
}

void RowWriter::cells(std::int64_t file, const std::vector<CellRun>& runs) {
    std::int64_t position = 0;
    for (const CellRun& each : runs) {
        m_cell_run.again()
            .bind(file)
            .bind(position++)
            .bind(each.sheet)
            .bind(std::int64_t{each.column})
            .bind(std::int64_t{each.first_row})
            .bind(std::int64_t{each.last_row})
            .bind(to_word(each.role))
            .run();
    }
}

void RowWriter::sheets(std::int64_t file, const std::vector<std::string>& names) {
    std::int64_t position = 0;
    for (const std::string& name : names) m_sheet.again().bind(file).bind(position++).bind(name).run();
}

}  // namespace panelbook::history
