#include <algorithm>

#include "canvas.hpp"

namespace panelbook::write {

namespace {

// An A4 landscape page between its margins, in points of the sheet at the scale it is printed at. Fitting to the page
// would scale by itself, but Excel then passes over page breaks, and blocks would be split.
constexpr int print_scale = 90;
constexpr double top_margin = 0.4;
constexpr double bottom_margin = 0.6;
constexpr double page_height = (595.3 - (top_margin + bottom_margin) * 72) * 100 / print_scale;
constexpr double page_slack = 4.0;  // other programs' rows are a little higher

// How high the bodies are made where there is room: three blocks a page, two of those with a second chart.
constexpr double wanted_kpi_body = 146.0;
constexpr double wanted_exception_body = 236.0;
constexpr double most_body_stretch = 1.5;

double wanted_body(const report::Block& block) {
    const auto* kpi = std::get_if<report::KpiBlock>(&block);
    if (kpi != nullptr && !kpi->chart) return 0;
    return std::holds_alternative<report::ExceptionBlock>(block) ? wanted_exception_body : wanted_kpi_body;
}

}  // namespace

void place_kpi_pages(Canvas& canvas, std::span<const report::Block> blocks, std::uint32_t repeated_rows) {
    PrintSetup& print = canvas.sheet.print;
    print.scale = print_scale;
    print.margin_top = top_margin;
    print.margin_bottom = bottom_margin;
    print.repeated_rows = {0, repeated_rows - 1};
    const double repeated = canvas.height(0, repeated_rows);
    const double whole_page = page_height - page_slack;
    const std::uint32_t page_start = print.breaks.empty() ? 0 : print.breaks.back();
    double room = whole_page - canvas.height(page_start, canvas.next_row()) - (page_start > 0 ? repeated : 0);
    while (!blocks.empty()) {
        std::size_t count = 0;
        double spare = room;
        while (count < blocks.size()) {
            const double needed = least_body(canvas, blocks[count]) + kpi_frame_height();
            if (needed > spare) break;
            spare -= needed;
            ++count;
        }
        const bool page_is_fresh = room >= whole_page - repeated;
        if (count == 0 && !page_is_fresh) {
            print.breaks.push_back(canvas.next_row());
            room = whole_page - repeated;
            continue;
        }
        // A block that is higher than a page stands on one of its own.
        count = std::max<std::size_t>(count, 1);
        const bool more_follow = count < blocks.size();
        for (std::size_t i = 0; i < count; ++i) {
            const double least = least_body(canvas, blocks[i]);
            const double share = std::max(spare, 0.0) / static_cast<double>(count - i);
            const double most = wanted_body(blocks[i]) * (more_follow ? most_body_stretch : 1.0);
            const double body = std::clamp(least + share, least, std::max(least, most));
            spare -= body - least;
            place_kpi_block(canvas, blocks[i], body);
        }
        blocks = blocks.subspan(count);
        if (!more_follow) break;
        print.breaks.push_back(canvas.next_row());
        room = whole_page - repeated;
    }
}

}  // namespace panelbook::write
