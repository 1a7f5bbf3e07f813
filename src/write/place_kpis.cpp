#include <algorithm>

#include "canvas.hpp"

namespace panelbook::write {

namespace {

enum Column : std::uint32_t { caption_column, figure_column, left_gap, chart_column, right_gap, words_column };

constexpr int caption_pixels = 112;
constexpr int figure_pixels = 78;
constexpr int chart_pixels = 412;
constexpr int words_pixels = 440;
constexpr int gap_pixels = 12;

constexpr double band_height = 18.0;
constexpr double band_gap = 3.0;
constexpr double gap_height = 9.75;
constexpr double status_padding = 7.5;
constexpr double icon_padding = 4.5;
constexpr int air_size = 4;  // points: the empty line between two sentences
constexpr double chart_gap = 6.0;
constexpr double words_padding = 4.0;

// The least height of a chart in which its lines can be told apart.
constexpr double least_chart = 112.0;
constexpr double comparator_share = 0.42;

void place_band(Canvas& canvas, const report::KpiBlock& block) {
    const std::uint32_t row = canvas.add_row(band_height);
    canvas.put_text(cells(row, 0, canvas.last_column()), numbered(block.number, block.name), look_of(Part::band));
    canvas.add_row(band_gap);
}

CellRange left_cells(std::uint32_t row) {
    return cells(row, caption_column, figure_column);
}

/// Adds the rows of the left panel: the class, the change in large type, the numbers under it.
void place_left(Canvas& canvas, const report::KpiBlock& block) {
    const auto left_height = [&](const std::string& text, const Look& look) {
        return text_height(canvas, text, look, caption_column, figure_column);
    };
    Look status = look_of(block.status.tone);
    status.size = look_of(Part::band).size;
    status.bold = true;
    const std::string words = status_text(block.status);
    canvas.put_text(left_cells(canvas.add_row(status_padding + left_height(words, status))), words, status);

    Look caption = look_of(Part::caption);
    if (!block.status_caption.empty()) {
        const std::uint32_t row = canvas.add_row(left_height(block.status_caption, caption) + 4);
        caption.vertical = Vertical::middle;
        canvas.put_text(left_cells(row), block.status_caption, caption);
    }
    for (const report::Status& icon : block.icons) {
        Look look = look_of(icon.tone);
        look.size = caption.size;
        const std::string text = status_text(icon);
        canvas.put_text(left_cells(canvas.add_row(left_height(text, look) + icon_padding)), text, look);
    }
    if (block.headline) {
        Look headline = canvas.look_of_item(*block.headline);
        headline.align = Align::left;
        const std::uint32_t row = canvas.add_row(line_height(headline));
        canvas.put_item(left_cells(row), *block.headline, headline);
        if (!block.headline_caption.empty()) {
            caption.vertical = Vertical::top;
            const std::uint32_t below = canvas.add_row(left_height(block.headline_caption, caption) + 3);
            canvas.put_text(left_cells(below), block.headline_caption, caption);
        }
    }
    for (const auto& [label, item] : block.lines) {
        Look figure = canvas.look_of_item(item);
        figure.align = Align::right;
        Look text = look_of(Part::caption);
        text.vertical = Vertical::middle;
        const double height = std::max({line_height(figure), line_height(look_of(report::Role::cell)),
                                        text_height(canvas, label, text, caption_column, caption_column)});
        const std::uint32_t row = canvas.add_row(height + 0.75);
        text.bottom = figure.bottom = Edge::hairline;
        canvas.put_text(cells(row, caption_column, caption_column), label, text);
        canvas.put_item(cells(row, figure_column, figure_column), item, figure);
    }
}

void place_next_step(Canvas& canvas, const std::string& next_step) {
    if (next_step.empty()) return;
    canvas.add_row(chart_gap);
    const Look heading = look_of(Part::next_step_heading);
    const Look text = look_of(Part::next_step);
    canvas.put_text(left_cells(canvas.add_row(line_height(heading) + 3)), "What next", heading);
    const double height = text_height(canvas, next_step, text, caption_column, figure_column);
    canvas.put_text(left_cells(canvas.add_row(height + 4)), next_step, text);
}

/// Without a chart the words take its place.
std::uint32_t first_words_column(const report::KpiBlock& block) {
    return block.chart ? words_column : chart_column;
}

/// The sentences, each in its look; last, why there is no chart.
std::vector<Run> sentences_of(const Canvas& canvas, const report::KpiBlock& block) {
    std::vector<Run> runs;
    for (const report::ItemId sentence : block.sentences)
        runs.push_back({canvas.words_of(sentence), canvas.look_of_item(sentence), sentence});
    if (!block.chart && !block.no_chart.empty())
        runs.push_back({block.no_chart, look_of(report::Role::comment), std::nullopt});
    for (Run& run : runs) run.look.wrap = true;
    return runs;
}

/// One text of all the sentences, a little air between them.
std::vector<Run> words_of(const Canvas& canvas, const report::KpiBlock& block) {
    std::vector<Run> runs;
    Look air;
    air.size = air_size;
    for (Run& sentence : sentences_of(canvas, block)) {
        if (!runs.empty()) {
            runs.back().text += "\n";
            runs.push_back({"\n", air, std::nullopt});
        }
        runs.push_back(std::move(sentence));
    }
    return runs;
}

double words_height(const Canvas& canvas, const report::KpiBlock& block) {
    double needed = words_padding;
    Look air;
    air.size = air_size;
    for (const Run& sentence : sentences_of(canvas, block))
        needed += line_height(air) +
                  text_height(canvas, sentence.text, sentence.look, first_words_column(block), words_column);
    return needed;
}

void place_words(Canvas& canvas, const report::KpiBlock& block, std::uint32_t first, std::uint32_t last) {
    Look look = look_of(report::Role::sentence);
    canvas.put({{first, first_words_column(block)}, {last, words_column}}, look).content = words_of(canvas, block);
}

void place_chart(Canvas& canvas, const report::Chart& chart, std::uint32_t first_row, double top, double height) {
    PlacedChart placed;
    placed.at = {first_row, chart_column};
    placed.y_offset = top / points_per_pixel;
    placed.width = chart_pixels;
    placed.height = height / points_per_pixel;
    placed.chart = &chart;
    canvas.sheet.charts.push_back(placed);
}

/// Fills the block up to `body` points, and places what stands beside the left panel.
void place_body(Canvas& canvas, const report::KpiBlock& block, const report::Chart* comparator, std::uint32_t first,
                double body) {
    const double filled = canvas.height(first, canvas.next_row());
    if (body > filled) canvas.add_row(body - filled);
    const std::uint32_t last = canvas.next_row() - 1;
    place_words(canvas, block, first, last);

    const double height = canvas.height(first, canvas.next_row());
    const double below = comparator != nullptr ? (height - chart_gap) * comparator_share : 0;
    const double above = comparator != nullptr ? height - chart_gap - below : height;
    if (block.chart) place_chart(canvas, *block.chart, first, 0, above);
    if (comparator != nullptr) place_chart(canvas, *comparator, first, above + chart_gap, below);
    canvas.add_row(gap_height);
}

const report::KpiBlock& kpi_of(const report::Block& block) {
    if (const auto* exception = std::get_if<report::ExceptionBlock>(&block)) return exception->kpi;
    return std::get<report::KpiBlock>(block);
}

}  // namespace

double kpi_frame_height() {
    return band_height + band_gap + gap_height;
}

std::vector<int> kpi_columns() {
    return {caption_pixels, figure_pixels, gap_pixels, chart_pixels, gap_pixels, words_pixels};
}

double least_body(const Canvas& canvas, const report::Block& block) {
    const report::KpiBlock& kpi = kpi_of(block);
    Canvas left(canvas.report(), *canvas.sheet.page);
    left.sheet.columns = canvas.sheet.columns;
    place_left(left, kpi);
    double chart = kpi.chart ? least_chart : 0;
    if (const auto* exception = std::get_if<report::ExceptionBlock>(&block)) {
        place_next_step(left, exception->next_step);
        if (exception->comparator) chart = least_chart / (1 - comparator_share) + chart_gap;
    }
    return std::max({left.height(0, left.next_row()), words_height(canvas, kpi), chart});
}

void place_kpi_block(Canvas& canvas, const report::Block& block, double body) {
    const report::KpiBlock& kpi = kpi_of(block);
    place_band(canvas, kpi);
    const std::uint32_t first = canvas.next_row();
    place_left(canvas, kpi);
    const report::Chart* comparator = nullptr;
    if (const auto* exception = std::get_if<report::ExceptionBlock>(&block)) {
        place_next_step(canvas, exception->next_step);
        if (exception->comparator) comparator = &*exception->comparator;
    }
    place_body(canvas, kpi, comparator, first, body);
}

}  // namespace panelbook::write
