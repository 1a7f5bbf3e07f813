#include "panelbook/extract/extract.hpp"

#include <fmt/format.h>

#include "panelbook/core/text.hpp"
#include "panelbook/extract/layouts.hpp"

namespace panelbook::extract {

namespace {

void read_table(const TableJob& job) {
    if (job.spec.layout == plan::Layout::cells) {
        read_cells(job);
        return;
    }
    const auto stretch = find_stretch(job.sheet, job.spec, job.source);
    if (!stretch) {
        job.at_sheet(Severity::error, "table-not-found",
                     fmt::format("No table titled {} is on this sheet.", quoted(job.spec.table)),
                     "Put that title above the table, as it was before.", job.spec.table);
        return;
    }
    switch (job.spec.layout) {
        case plan::Layout::wide:
            read_wide(job, *stretch, std::nullopt);
            break;
        case plan::Layout::tall:
            read_tall(job, *stretch);
            break;
        case plan::Layout::list:
            read_list(job, *stretch, std::nullopt);
            break;
        case plan::Layout::workbook_return:
            read_return(job, *stretch);
            break;
        case plan::Layout::savings:
            read_savings(job, *stretch);
            break;
        case plan::Layout::cells:
            break;
    }
}

}  // namespace

Checked<Extract> extract(const workbook::Workbook& book, const plan::Source& source, const plan::Plan& plan,
                         const SentFile& file) {
    Checked<Extract> result;
    const LabelBook labels(plan, source.id);
    for (const plan::TableSpec& spec : source.tables) {
        const auto sheets = find_sheets(book, spec, file);
        result.findings.insert(result.findings.end(), sheets.findings.begin(), sheets.findings.end());
        for (const workbook::Sheet* sheet : sheets.value) {
            read_table({*sheet, spec, source, plan, file, labels, result.value, result.findings});
        }
    }
    if (result.value.tables.empty()) {
        result.findings.push_back({Severity::error,
                                   "table-not-found",
                                   {file.name, {}, std::nullopt},
                                   "No table that the plan describes was found in this file.",
                                   "Check that it is the right file, laid out as it was before.",
                                   {},
                                   {}});
    }
    return result;
}

}  // namespace panelbook::extract
