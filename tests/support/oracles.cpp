#include "oracles.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <limits>
#include <stdexcept>

#include "folder.hpp"

namespace panelbook::tests {

namespace {

constexpr double absolute_tolerance = 1e-15;

std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields{""};
    bool quoted = false;
    for (const char letter : line) {
        if (letter == '"')
            quoted = !quoted;
        else if (letter == ',' && !quoted)
            fields.emplace_back();
        else if (letter != '\r')
            fields.back() += letter;
    }
    return fields;
}

std::string shown(std::optional<double> value) {
    return value ? fmt::format("{}", *value) : "nothing";
}

}  // namespace

OracleTable::OracleTable(const std::filesystem::path& path) {
    std::ifstream stream(path);
    std::string line;
    if (!std::getline(stream, line)) throw std::runtime_error("no oracle at " + path.string());
    for (const auto& name : fields_of(line)) m_columns.try_emplace(name, m_columns.size());
    while (std::getline(stream, line)) {
        m_rows.push_back(fields_of(line));
        m_rows.back().resize(m_columns.size());
    }
}

const std::string& OracleTable::text(std::size_t row, const std::string& column) const {
    return m_rows.at(row)[m_columns.at(column)];
}

std::optional<double> OracleTable::number(std::size_t row, const std::string& column) const {
    const std::string& field = text(row, column);
    if (field.empty() || field == "NA" || field == "NaN") return std::nullopt;
    if (field == "Inf") return std::numeric_limits<double>::infinity();
    return std::strtod(field.c_str(), nullptr);
}

std::filesystem::path oracles_folder() {
    const auto shared = shared_folder();
    const auto folder = shared / "oracles";
    return !shared.empty() && std::filesystem::is_directory(folder) ? folder : std::filesystem::path();
}

std::vector<std::filesystem::path> csv_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".csv") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

void Agreement::number(const std::string& what, std::optional<double> ours, std::optional<double> theirs) {
    ++compared;
    bool alike = ours.has_value() == theirs.has_value();
    if (ours && theirs && *ours != *theirs) {
        const double allowed = absolute_tolerance + relative_tolerance * std::max(std::abs(*ours), std::abs(*theirs));
        alike = std::isfinite(*ours) && std::isfinite(*theirs) && std::abs(*ours - *theirs) <= allowed;
    }
    if (alike) return;
    ++different;
    if (first_difference.empty())
        first_difference = fmt::format("{}: ours {}, theirs {}", what, shown(ours), shown(theirs));
}

void Agreement::flag(const std::string& what, bool ours, bool theirs) {
    number(what, ours ? 1.0 : 0.0, theirs ? 1.0 : 0.0);
}

}  // namespace panelbook::tests
