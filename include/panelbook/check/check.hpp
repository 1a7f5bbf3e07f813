#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/core/finding.hpp"
#include "panelbook/extract/extract.hpp"
#include "panelbook/plan/plan.hpp"
#include "panelbook/validate/validate.hpp"

namespace panelbook::check {

/// What a file is set against. Without a plan only what can be seen in any workbook is checked.
struct Against {
    const plan::Plan* plan = nullptr;
    std::string plan_place;                  ///< where the plan was found, as people would write it
    const validate::Known* known = nullptr;  ///< what earlier files said; null where there is no history
    Date today;
};

/// A sheet as the reader sees it.
struct SheetSeen {
    std::string name;
    bool hidden = false;
    std::optional<CellRange> used;
    std::size_t cells = 0;
};

/// What one file was taken for, and all that is wrong with it.
struct FileCheck {
    std::string name;  ///< the file's own name, without its folder
    std::string plan_place;
    std::string source;  ///< the source that claims it; empty where none does
    std::string organisation;
    std::vector<SheetSeen> sheets;
    std::vector<extract::TableRead> tables;
    std::size_t figures = 0;
    std::size_t known_files = 0;  ///< earlier files of the source that it was compared with
    Findings findings;            ///< in the order of sort_findings

    /// Whether anything needs putting right: an error or a warning. A note is none.
    bool anything_wrong() const;
};

/// Reads the bytes of a file as `run` would, and checks them. Changes nothing and reads nothing else.
FileCheck check_file(std::string_view bytes, const std::string& name, const Against& against);

}  // namespace panelbook::check
