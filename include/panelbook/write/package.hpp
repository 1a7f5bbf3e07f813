#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace panelbook::write {

/// One file of a workbook's package.
struct PackagePart {
    std::string name;  ///< "xl/workbook.xml"
    std::string bytes;
};

/// The parts of a package that we wrote ourselves a moment ago, in their order. Throws WriteError if it is not one:
/// this is no reader for what others send.
std::vector<PackagePart> read_package(const std::filesystem::path& path);
/// The parts in their order, deflated, all dated 1 January 1980: the same parts give the same bytes. Throws WriteError.
std::string package_bytes(const std::vector<PackagePart>& parts);
/// Writes the same to a file. Throws WriteError.
void write_package(const std::vector<PackagePart>& parts, const std::filesystem::path& path);

}  // namespace panelbook::write
