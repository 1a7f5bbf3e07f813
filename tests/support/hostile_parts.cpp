#include "support/hostile_parts.hpp"

#include <fmt/format.h>
#include <utility>

namespace panelbook::tests {

namespace {

constexpr std::string_view main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* first_sheet = "xl/worksheets/sheet1.xml";

PackagePart sheet_part(const Repeated& content) {
    const std::string head = opening("worksheet") + std::string(content.head);
    const std::string tail = std::string(content.tail) + closing("worksheet");
    return repeated_part(first_sheet, {head, content.unit, content.times, tail});
}

}  // namespace

std::string opening(std::string_view root) {
    return fmt::format("<{} xmlns='{}'>", root, main_space);
}

std::string closing(std::string_view root) {
    return fmt::format("</{}>", root);
}

std::vector<PackagePart> plain_parts() {
    return xlsx_parts({{{"Sheet1", "<sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData>"}}});
}

std::string workbook_with(PackagePart part) {
    std::vector<PackagePart> parts = plain_parts();
    for (PackagePart& old : parts) {
        if (old.name != part.name) continue;
        old = std::move(part);
        return zip_bytes(parts);
    }
    parts.push_back(std::move(part));
    return zip_bytes(parts);
}

std::string workbook_of(const Repeated& sheet) {
    return workbook_with(sheet_part(sheet));
}

std::string workbook_of_one_part(std::size_t sheets, const Repeated& sheet) {
    std::vector<PackagePart> parts = plain_parts();
    part_named(parts, first_sheet) = sheet_part(sheet);
    std::string list;
    for (std::size_t number = 1; number <= sheets; ++number)
        list += fmt::format("<sheet name='S{}' sheetId='{}' r:id='rId1'/>", number, number);
    PackagePart& book = part_named(parts, "xl/workbook.xml");
    book.bytes =
        fmt::format("<workbook xmlns='{}' xmlns:r='{}'><sheets>{}</sheets></workbook>", main_space, office, list);
    return zip_bytes(parts);
}

std::string varied(std::string_view element, std::size_t count) {
    const std::size_t at = element.find('#');
    std::string all;
    all.reserve(count * (element.size() + 8));
    std::uint32_t state = 20140630;
    for (std::size_t number = 0; number < count; ++number) {
        state = state * 1664525u + 1013904223u;
        all += element.substr(0, at);
        if (at == std::string_view::npos) continue;
        all += std::to_string(state >> 8);
        all += element.substr(at + 1);
    }
    return all;
}

}  // namespace panelbook::tests
