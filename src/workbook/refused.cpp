#include "panelbook/workbook/refused.hpp"

#include <fmt/format.h>
#include <utility>

namespace panelbook::workbook {

Refused::Refused(std::string rule, const std::string& message, std::string remedy)
    : ReadError(message), m_rule(std::move(rule)), m_remedy(std::move(remedy)) {}

Finding Refused::finding(const std::string& file) const {
    Finding finding;
    finding.severity = Severity::error;
    finding.rule = m_rule;
    finding.where = Place{file, m_sheet, m_cell};
    finding.message = what();
    finding.remedy = m_remedy;
    return finding;
}

Refused damaged(const std::string& what) {
    return {"file-damaged", "The file is damaged, so nothing of it was taken. " + what,
            "Open the original in Excel, save it again as .xlsx and send that copy."};
}

Refused not_read(const std::string& what, std::string remedy) {
    return {"format-not-read", what, std::move(remedy)};
}

Refused password_protected() {
    return {"file-encrypted", "The file is protected with a password, so it cannot be read.",
            "Open it in Excel, take the password away (File, Info, Protect Workbook, Encrypt with Password: leave it "
            "empty) and save it."};
}

Refused no_sheets() {
    return {"file-empty", "There is no sheet with cells in the workbook.", "Send the workbook that holds the figures."};
}

Refused limit_hit(const std::string& limit) {
    return {
        "limit-hit", fmt::format("The file goes beyond the limit {}, so nothing of it was taken.", limit),
        "Send only the sheets that are needed. If the file must be this large, ask for its source to be read with the "
        "large limits."};
}

std::string grouped(std::uint64_t count) {
    std::string text = std::to_string(count);
    for (std::size_t at = text.size(); at > 3;) {
        at -= 3;
        text.insert(at, 1, ',');
    }
    return text;
}

std::string byte_words(std::uint64_t bytes) {
    constexpr std::uint64_t kib = 1024;
    constexpr std::uint64_t mib = kib * kib;
    if (bytes >= mib && bytes % mib == 0) return grouped(bytes / mib) + " MiB";
    if (bytes >= kib && bytes % kib == 0) return grouped(bytes / kib) + " KiB";
    return grouped(bytes) + " bytes";
}

}  // namespace panelbook::workbook
