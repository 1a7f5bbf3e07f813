#pragma once

#include <optional>

#include "draft.hpp"

namespace panelbook::report {

/// Where the cells of a month stand on the SPC page that others are worked out from. A cell that the kind of chart has
/// no use for is empty.
struct SpcPlaces {
    ItemId value;
    ItemId denominator;  ///< n
    ItemId centre;
    ItemId scaled;  ///< what moving ranges are taken of, where it is not the value
    ItemId range;
    ItemId mean_range;
    ItemId sigma_z;
    ItemId sd;
};

/// The formulas of one segment, over the cells of its months: live, with the engine's figures as their cached values.
/// Limits that are exact are typed values. Nothing where the segment is not assessable.
class SegmentCells {
public:
    /// `places` are those of the whole chart, month by month.
    SegmentCells(const spc::ControlChart& chart, const spc::Segment& segment, const plan::Measure& measure,
                 const std::vector<SpcPlaces>& places);

    Item centre() const;
    Item scaled(std::size_t point) const;
    Item range(std::size_t point) const;
    Item mean_range() const;
    Item sigma_z(std::size_t point) const;
    Item sd(std::size_t point) const;
    Item lower(std::size_t point) const;
    Item upper(std::size_t point) const;

private:
    ItemRange column(ItemId SpcPlaces::*of) const;
    bool is_drawn(std::size_t point) const;  ///< the month has limits of its own, or shares those of its segment
    std::optional<double> scaled_value(std::size_t point) const;
    Item limit(std::optional<double> cached, std::size_t point, char sign) const;

    const spc::ControlChart& m_chart;
    const spc::Segment& m_segment;
    const std::vector<SpcPlaces>& m_places;
    NumberStyle m_style;
    double m_whole;  ///< a share of 1, or a rate for one, in the unit of the measure
};

/// Which of the columns any segment of these charts uses.
struct SpcColumns {
    bool denominators = false;
    bool scaled = false;
    bool ranges = false;
    bool sigma_z = false;
};
SpcColumns columns_of(const std::vector<spc::ControlChart>& charts);

/// "mean −/+ 3 SD", "mean −/+ 2.66 mean moving ranges", "exact: typed values", "none", ...
std::string limits_words(const spc::ControlChart& chart, const spc::Segment& segment);

}  // namespace panelbook::report
