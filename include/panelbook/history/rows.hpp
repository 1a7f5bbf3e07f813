#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "panelbook/history/database.hpp"
#include "panelbook/history/history.hpp"

namespace panelbook::history {

/// The word a state is stored as.
std::string_view state_word(FileState state);

/// Rows of the history -> values. Each function says which columns it takes, in order. A row that holds what no version
/// of this program writes is damage: ReadError.
class RowReader {
public:
    explicit RowReader(const Database& database) : m_database(database) {}

    /// hash, name, stored, state, source, known_on, run, plan_hash, latest, then null or the file's number and
    /// organisation, board, period, presented_on, completed_by, sheet, cell_row, cell_column of the sign-off
    FileRecord file(const Statement& row);
    /// What all observations of a file share.
    struct ObservedFile {
        std::int64_t id = 0;
        std::string name;
        std::string hash;
        Date known_on;
    };
    /// id, name, hash, known_on
    ObservedFile observed_file(const Statement& row);
    /// measure, area, period, value, pence, denominator, marker, source, sheet, cell_row, cell_column, n_row, n_column
    KnownObservation observation(const Statement& row, const ObservedFile& file);
    /// scheme, owner, status, recurring, year, pence, scope, as_at, estimate, source, file name, hash, sheet, cell_row,
    /// cell_column, known_on
    KnownSavings saving(const Statement& row);
    /// severity, rule, place, sheet, cell_row, cell_column, message, remedy, found, expected
    Finding finding(const Statement& row);
    /// file's hash, sheet, cell_column, first_row, last_row, role
    CellRun cell_run(const Statement& row) const;

private:
    Period period(const Statement& row, int column);
    Date date(const Statement& row, int column);
    std::optional<Date> optional_date(const Statement& row, int column);
    Marker marker(const Statement& row, int column);
    CellRef cell(const Statement& row, int column) const;
    std::optional<CellRef> optional_cell(const Statement& row, int column) const;

    const Database& m_database;
    std::unordered_map<std::string, Period> m_periods;  // few keys, read a million times
    std::unordered_map<std::string, Date> m_dates;
    std::unordered_map<std::string, Marker> m_markers;
};

/// Values -> rows, in the order given, under the number of their file.
class RowWriter {
public:
    explicit RowWriter(Database& database);

    void sign_off(std::int64_t file, const SignOff& sign_off);
    void observations(std::int64_t file, const std::vector<Observation>& observations);
    void savings(std::int64_t file, const std::vector<SavingsAmount>& savings);
    void findings(std::int64_t file, const Findings& findings);
    void cells(std::int64_t file, const std::vector<CellRun>& runs);
    void sheets(std::int64_t file, const std::vector<std::string>& names);

private:
    Statement m_sign_off;
    Statement m_observation;
    Statement m_saving;
    Statement m_finding;
    Statement m_cell_run;
    Statement m_sheet;
};

}  // namespace panelbook::history
