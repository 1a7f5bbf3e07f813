#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "panelbook/core/finding.hpp"
#include "panelbook/workbook/limits.hpp"
#include "panelbook/write/package.hpp"

namespace panelbook::annotate {

/// A workbook with its findings in it, as the parts of its package.
struct Annotated {
    std::vector<write::PackagePart> parts;
    std::vector<std::string> changed;  ///< names of the parts that differ from the original's or are new, sorted
    bool macros = false;               ///< it holds macros, so its name must end in .xlsm
    std::string why_not_a_copy;        ///< one sentence where it is a workbook of findings alone; else empty
};

/// A copy of the sender's workbook with a comment and a fill at every cell that a finding names, and a last sheet
/// "Findings" that lists them all with links. Every value, formula, type, comment and drawing stays, and so does every
/// part that need not change, byte for byte. A cell that has a comment keeps it and gets the fill alone.
///
/// A file that is no xlsx or xlsm, that is signed, or whose XML is written in a way that cannot be added to safely
/// gives a workbook that holds the list alone.
Annotated annotate(std::string_view file, const std::string& name, const Findings& findings,
                   const workbook::Limits& limits);

}  // namespace panelbook::annotate
