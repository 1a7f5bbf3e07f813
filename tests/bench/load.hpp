#pragma once

#include <cstdint>
#include <filesystem>

namespace panelbook::bench {

/// Rows and columns of one sheet of a load.
struct LoadShape {
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
};

inline constexpr LoadShape large_shape{1'000'000, 10};
inline constexpr LoadShape small_shape{60, 48};
inline constexpr int small_workbooks = 200;

/// Writes a workbook as Excel does: whole and decimal numbers, dates, times, percentages and shared texts in columns of
/// one kind each. The same shape and seed give the same bytes.
void write_load(const std::filesystem::path& path, const LoadShape& shape, std::uint32_t seed);

}  // namespace panelbook::bench
