#include "panelbook/workbook/cell_view.hpp"

#include <string>

namespace panelbook::workbook {

CellValue owned(const CellValueView& value) {
    struct Owner {
        CellValue operator()(double number) const { return number; }
        CellValue operator()(bool truth) const { return truth; }
        CellValue operator()(std::string_view text) const { return std::string(text); }
        CellValue operator()(const DateTime& moment) const { return moment; }
        CellValue operator()(const Elapsed& span) const { return span; }
        CellValue operator()(const ErrorCodeView& error) const { return CellError{std::string(error.code)}; }
    };
    return std::visit(Owner{}, value);
}

}  // namespace panelbook::workbook
