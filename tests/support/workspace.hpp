#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "folder.hpp"

namespace panelbook::tests {

/// What one run said.
struct RunResult {
    int exit_code = 0;
    std::string out;
    std::string err;
};

/// A small workspace of its own: two partners (a list of burglaries by month, a survey in a csv), one area in two
/// parts, and nothing in the inbox yet.
class Workspace {
public:
    /// `more_plan` is added to the plan's text (plan_text.hpp).
    explicit Workspace(std::string_view more_plan = "");

    const std::filesystem::path& path() const { return m_folder.path(); }
    /// The plan anew, with other words added.
    void write_plan(std::string_view more_plan);
    /// A workbook in the inbox, from a text of sheet_text.hpp.
    void send(std::string_view name, std::string_view sheet_text) const;
    /// Bytes in the inbox, whatever they are.
    void send_bytes(std::string_view name, std::string_view bytes) const;
    /// The burglaries of April 2013 to June 2014 in both areas, as a good return; `last` is the cell of the last
    /// figure.
    static std::string burglaries(std::string_view last = "41");

    RunResult run(std::string_view as_of = "2014-09-29") const;
    std::string status() const;
    std::filesystem::path dashboard() const;
    std::size_t files_in(std::string_view folder) const;

private:
    Folder m_folder;
};

}  // namespace panelbook::tests
