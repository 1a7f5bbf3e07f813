#include "panelbook/workbook/not_followed.hpp"

namespace panelbook::workbook {

namespace {

Finding warning(const std::string& file, std::string rule, std::string message, std::string remedy) {
    return {Severity::warning, std::move(rule), Place{file, {}, {}}, std::move(message), std::move(remedy), {}, {}};
}

}  // namespace

Finding macros_not_run(const std::string& file) {
    return warning(file, "macros-not-run", "The workbook holds macros. None was run; its values were read as saved.",
                   "Check that its values were up to date when it was saved; a copy saved as .xlsx has no macros.");
}

Finding links_not_followed(const std::string& file) {
    return warning(
        file, "links-not-followed",
        "The workbook takes values from other workbooks. They were read as last saved in this one.",
        "Open it in Excel, update its links (Data, Edit Links), save it and send it again if the values were old.");
}

}  // namespace panelbook::workbook
