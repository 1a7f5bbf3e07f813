#include "panelbook/write/render.hpp"

#include <ctime>
#include <fmt/format.h>
#include <fstream>

#include "panelbook/core/errors.hpp"
#include "panelbook/write/check.hpp"
#include "panelbook/write/layout.hpp"
#include "panelbook/write/package.hpp"

#include "finish.hpp"
#include "lxw.hpp"

namespace panelbook::write {

namespace {

constexpr std::time_t seconds_a_day = 86400;

std::time_t start_of(const Date& day) {
    const Date epoch(1970, boost::gregorian::Jan, 1);
    return static_cast<std::time_t>((day - epoch).days()) * seconds_a_day;
}

// libxlsxwriter opens the file at the very end and complains on the terminal.
void require_writable(const std::filesystem::path& path) {
    if (!std::ofstream(path, std::ios::binary)) throw WriteError(fmt::format("cannot write {}", path.string()));
}

void set_properties(Book& book) {
    std::string title = book.report().title + ", " + book.report().period;
    std::string organisation = book.report().organisation;
    std::string classification = book.report().classification;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = organisation.data();
    properties.company = organisation.data();
    properties.category = classification.data();
    properties.created = start_of(book.report().as_of);
    if (workbook_set_properties(book.workbook(), &properties) != LXW_NO_ERROR)
        throw WriteError("cannot write the properties of the workbook");
}

}  // namespace

void render(const report::Report& report, const std::filesystem::path& path) {
    check(report);
    require_writable(path);
    const std::vector<SheetLayout> sheets = lay_out(report);
    Book book(report, sheets, path.string());
    set_properties(book);
    std::vector<lxw_worksheet*> worksheets;
    std::vector<std::string> names;
    for (const SheetLayout& sheet : sheets) {
        names.push_back(sheet.page->name);
        worksheets.push_back(workbook_add_worksheet(book.workbook(), names.back().c_str()));
        if (worksheets.back() == nullptr) throw WriteError(fmt::format("cannot write sheet \"{}\"", names.back()));
    }
    for (std::size_t i = 0; i < sheets.size(); ++i) write_sheet(book, i, worksheets[i]);
    worksheet_activate(worksheets.front());
    book.close(path.string());
    std::vector<PackagePart> parts = read_package(path);
    finish(parts, book.charts, names);
    write_package(parts, path);
}

}  // namespace panelbook::write
