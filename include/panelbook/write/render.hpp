#pragma once

#include <filesystem>

#include "panelbook/report/model.hpp"

namespace panelbook::write {

/// Writes the report as an xlsx workbook to `path` (which must not exist: the caller renames it into place). The same
/// report gives the same bytes. Throws WriteError, with the sheet it happened on, for anything that would break the
/// package: invalid UTF-8, a number that is not finite, a sheet name that is too long or used twice.
void render(const report::Report& report, const std::filesystem::path& path);

}  // namespace panelbook::write
