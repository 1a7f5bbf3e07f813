#include "panelbook/extract/layouts.hpp"
#include "panelbook/extract/sign_off.hpp"

namespace panelbook::extract {

void read_return(const TableJob& job, const Stretch& stretch) {
    Stretch below = stretch;
    std::optional<Period> period;
    if (auto block = read_sign_off(job, stretch.first, stretch.end)) {
        below.first = block->end;
        period = block->sign_off.period;
        if (!job.out.sign_off) job.out.sign_off = std::move(block->sign_off);
    } else {
        job.at_sheet(job.source.needs_release ? Severity::warning : Severity::note, "sign-off-missing",
                     "The return has no sign-off block: Organisation, Board, Period and the date it was presented.",
                     "Send the figures on the return form, with its first lines filled in.");
    }
    // Periods across, where there is such a row of headings; a form with one figure a row has only words in its
    // headings.
    const bool list_form =
        !job.spec.values.empty() || !columns_headed("value", job.sheet, {below.first, below.end}).empty();
    if (!list_form && find_period_header(job.sheet, below)) {
        read_wide(job, below, period);
        return;
    }
    read_list(job, below, period);
}

}  // namespace panelbook::extract
