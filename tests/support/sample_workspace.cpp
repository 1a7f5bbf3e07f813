#include "support/sample_workspace.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "support/plan_text.hpp"
#include "support/sheet_text.hpp"

namespace fs = std::filesystem;

namespace panelbook::tests {
namespace {

std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read");
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_one(const fs::path& table, const fs::path& target) {
    fs::create_directories(target.parent_path());
    if (target.filename() == "plan.xlsx")
        write_plan(text_of(table), target);
    else if (target.extension() == ".xlsx")
        write_workbook(text_of(table), target);
    else if (target.extension() == ".csv")
        write_csv(text_of(table), target);
    else
        throw std::runtime_error("its name must end in .xlsx.txt or .csv.txt");
}

}  // namespace

std::vector<fs::path> write_sample(const fs::path& tables, const fs::path& out) {
    std::vector<std::pair<fs::path, fs::path>> jobs{{tables / "plan.txt", "plan.xlsx"}};
    for (const auto& entry : fs::recursive_directory_iterator(tables / "inbox"))
        if (entry.is_regular_file() && entry.path().extension() == ".txt")
            jobs.emplace_back(entry.path(), fs::relative(entry.path(), tables).replace_extension());
    std::vector<fs::path> written;
    for (const auto& [table, target] : jobs) {
        try {
            write_one(table, out / target);
        } catch (const std::exception& error) {
            throw std::runtime_error(table.string() + ": " + error.what());
        }
        written.push_back(target);
    }
    std::sort(written.begin(), written.end());
    return written;
}

}  // namespace panelbook::tests
