#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/package.hpp"
#include "support/repeated_part.hpp"

namespace panelbook::tests {

inline constexpr std::size_t mebibyte = 1024 * 1024;

/// What stands around the content of a sheet, of shared texts and the like.
std::string opening(std::string_view root);
std::string closing(std::string_view root);

/// A workbook of one sheet with 1 in A1, in parts.
std::vector<PackagePart> plain_parts();
/// The same workbook with one part instead of the one of that name, or beside the others.
std::string workbook_with(PackagePart part);
/// The same workbook with the sheet's content instead of its own.
std::string workbook_of(const Repeated& sheet);
/// `sheets` sheets that all name one part of that content.
std::string workbook_of_one_part(std::size_t sheets, const Repeated& sheet);

/// `count` times `element`, each with an attribute of its own in the place of '#', so that they do not pack like a
/// bomb.
std::string varied(std::string_view element, std::size_t count);

}  // namespace panelbook::tests
