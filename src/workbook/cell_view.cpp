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

std::optional<CellValueView> view_of(const CellValue& value) {
    using View = std::optional<CellValueView>;
    struct Viewer {
        View operator()(std::monostate) const { return std::nullopt; }
        View operator()(double number) const { return number; }
        View operator()(bool truth) const { return truth; }
        View operator()(const std::string& text) const { return std::string_view(text); }
        View operator()(const DateTime& moment) const { return moment; }
        View operator()(const Elapsed& span) const { return span; }
        View operator()(const CellError& error) const { return ErrorCodeView{error.code}; }
    };
    return std::visit(Viewer{}, value);
}

}  // namespace panelbook::workbook
