#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "panelbook/core/date.hpp"

namespace panelbook::intake {

/// Where a file of these bytes is kept: archive/2014-09/ab12cd34-Name.xlsx, or rejected/2014-09/... The month is that
/// of the as-of, so that the place is the same in any rerun.
std::string archive_place(const std::string& name, const std::string& hash, Date known_on);
std::string rejected_place(const std::string& name, const std::string& hash, Date known_on);

/// Puts bytes at a place below the workspace, whole or not at all, read-only. Does nothing if the same bytes are there.
/// Throws WriteError; a place that holds other bytes is one.
void keep(const std::filesystem::path& workspace, const std::string& place, std::string_view bytes);

}  // namespace panelbook::intake
