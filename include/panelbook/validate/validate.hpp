#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "panelbook/core/finding.hpp"
#include "panelbook/core/observation.hpp"
#include "panelbook/extract/extract.hpp"
#include "panelbook/plan/plan.hpp"
#include "panelbook/workbook/sums.hpp"
#include "panelbook/workbook/workbook.hpp"

namespace panelbook::validate {

/// What earlier files said, as far as a file of one source may be compared with it.
struct Known {
    std::vector<Observation> figures;    ///< of each measure, area and period the latest, with a value
    std::vector<Observation> last_file;  ///< all that the source's last file said
    std::size_t files = 0;               ///< how many files of the source are known
};

/// One file, read: what the rules look at.
struct Sent {
    const workbook::Workbook& book;
    const plan::Source& source;
    const plan::Plan& plan;
    const extract::SentFile& file;
    extract::Extract& extract;  ///< what an error is about is withheld from it
    std::span<const workbook::SheetSums> sums = {};
    const Known* known = nullptr;    ///< null where nothing is known: rules about history are then silent
    std::optional<Date> today = {};  ///< the day it was received; without it nothing is late
};

/// What every rule says about one file (rule.hpp lists the families). Observations that fail an error rule get
/// Marker::in_error and lose their value, amounts of savings are taken out; nothing else is removed.
Findings validate(Sent& sent);

/// The rules that need no plan, for a workbook that no source claims: cells that show an error, sums whose stored
/// result is not what their cells come to, numbers and dates stored as text among others, hidden rows with figures.
Findings validate_unmapped(const workbook::Workbook& book, std::span<const workbook::SheetSums> sums,
                           const std::string& file);

}  // namespace panelbook::validate
