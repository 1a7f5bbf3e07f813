#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "panelbook/extract/cell_reading.hpp"

namespace panelbook::extract {

/// What one place along the axis of a total is to it.
enum class Part {
    part,
    total,
    neither,  ///< counted in another part ("of which ..."), or no figure at all
};

/// The groups of places that the total at `total` may be the sum of, the likeliest first: those since the total before
/// it, all before it; where none stand before it, those up to the next total and all after it. Empty groups are left
/// out.
std::vector<std::vector<std::size_t>> likely_parts(std::span<const Part> places, std::size_t total);

enum class SumResult {
    agrees,   ///< equal, or as near as rounding allows
    rounded,  ///< whole counts that differ by no more than rounding could explain
    differs,
    part_missing,  ///< differs, but a part is blank or has a marker, which may be why
    unreadable,    ///< the total or a part is not a figure
};

/// A total against its parts, in the figures that the sheet shows.
struct SumCheck {
    SumResult result = SumResult::unreadable;
    double parts = 0.0;  ///< their sum
    double total = 0.0;
};

/// Parts and total may each be rounded by half of the last digit shown: (parts + 1)/2 of it in all.
SumCheck check_sum(std::span<const CellReading* const> parts, const CellReading& total);

/// Of several groups, the one that agrees with the totals most often; the first of equals. `checks[group][place]` are
/// the results at every place across. Nothing if no group was checked.
std::optional<std::size_t> best_group(std::span<const std::vector<SumCheck>> checks);

}  // namespace panelbook::extract
