#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace panelbook::tests {

/// What an independent package printed: a csv table with its columns by name.
class OracleTable {
public:
    /// Throws std::runtime_error where there is no such file.
    explicit OracleTable(const std::filesystem::path& path);

    std::size_t rows() const { return m_rows.size(); }
    bool has(const std::string& column) const { return m_columns.contains(column); }
    /// Throws std::out_of_range for a column that is not there.
    const std::string& text(std::size_t row, const std::string& column) const;
    /// Nothing for an empty field, NA or NaN; Inf is infinity.
    std::optional<double> number(std::size_t row, const std::string& column) const;

private:
    std::map<std::string, std::size_t> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

/// The folder of the oracles; empty where they are absent, and then the test that asks says that it was skipped.
std::filesystem::path oracles_folder();

/// The csv files of a folder, by name.
std::vector<std::filesystem::path> csv_files(const std::filesystem::path& folder);

/// Counts what was compared and what differed.
struct Agreement {
    double relative_tolerance = 1e-9;
    std::size_t compared = 0;
    std::size_t different = 0;
    std::string first_difference;

    /// Numbers agree within the relative tolerance (absolute 1e-15 about 0); a value that both lack agrees.
    void number(const std::string& what, std::optional<double> ours, std::optional<double> theirs);
    void flag(const std::string& what, bool ours, bool theirs);
};

}  // namespace panelbook::tests
