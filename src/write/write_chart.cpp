#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

#include "panelbook/core/errors.hpp"

#include "lxw.hpp"

namespace panelbook::write {

namespace {

// libxlsxwriter scales charts from this size, in pixels.
constexpr double default_width = 480.0;
constexpr double default_height = 288.0;

constexpr int label_size = 8;
constexpr double label_air = 10.0;  // points beside a label
constexpr std::size_t most_date_labels = 10;
constexpr std::size_t edge_share = 8;     // of the months: a label over these would stand over the scale
constexpr std::uint16_t column_gap = 30;  // per cent of a column

std::array<char, 6> mutable_font_name() {
    return {'A', 'r', 'i', 'a', 'l', '\0'};
}

bool present(const report::Item* item) {
    return item != nullptr && !std::holds_alternative<std::monostate>(item->value);
}

std::string number_xml(const report::Item& item) {
    if (const auto* date = std::get_if<Date>(&item.value)) return fmt::format("{:.0f}", serial_day(*date));
    return fmt::format("{}", std::get<double>(item.value));
}

bool is_text(const report::Item* item) {
    return item != nullptr && std::holds_alternative<std::string>(item->value);
}

/// A reference with what its cells hold: a missing value is a missing point.
std::string cached_reference(const std::string& range, const std::vector<const report::Item*>& items, bool as_text) {
    const std::string_view kind = as_text ? "str" : "num";
    std::string xml = fmt::format("<c:{0}Ref><c:f>{1}</c:f><c:{0}Cache>", kind, xml_text(range));
    if (!as_text) {
        const bool dates =
            !items.empty() && items.front() != nullptr && std::holds_alternative<Date>(items.front()->value);
        xml += fmt::format("<c:formatCode>{}</c:formatCode>", dates ? "mmm\\-yy" : "General");
    }
    xml += fmt::format("<c:ptCount val=\"{}\"/>", items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!present(items[i]) || is_text(items[i]) != as_text) continue;
        const std::string value = as_text ? xml_text(std::get<std::string>(items[i]->value)) : number_xml(*items[i]);
        xml += fmt::format("<c:pt idx=\"{}\"><c:v>{}</c:v></c:pt>", i, value);
    }
    return xml + fmt::format("</c:{0}Cache></c:{0}Ref>", kind);
}

int months_between_labels(std::size_t months) {
    for (const int step : {1, 2, 3, 6, 12, 24})
        if (months <= most_date_labels * static_cast<std::size_t>(step)) return step;
    return 60;
}

class ChartWriter {
public:
    ChartWriter(Book& book, const PlacedChart& placed)
        : m_book(book),
          m_placed(placed),
          m_chart(*placed.chart),
          m_font(mutable_font_name()),
          m_control(m_chart.kind == report::Chart::Kind::control) {}

    lxw_chart* write() {
        m_target = workbook_add_chart(m_book.workbook(), m_control ? LXW_CHART_LINE : LXW_CHART_COLUMN);
        if (m_target == nullptr) throw WriteError("cannot write a chart: out of memory");
        m_categories = m_book.items_of(m_chart.categories);
        add_all_series();
        set_axes();
        set_frame();
        if (m_control) m_parts.plot = plot_area();
        m_book.charts.push_back(std::move(m_parts));
        return m_target;
    }

private:
    lxw_chart_font font(Colour colour) {
        lxw_chart_font label{};
        label.name = m_font.data();
        label.size = label_size;
        label.color = colour;
        return label;
    }

    void add_all_series() {
        std::vector<const report::ChartSeries*> ordered;
        for (const report::ChartSeries& series : m_chart.series) ordered.push_back(&series);
        std::stable_sort(ordered.begin(), ordered.end(),
                         [](const auto* a, const auto* b) { return look_of(a->role).layer < look_of(b->role).layer; });
        const bool text = std::any_of(m_categories.begin(), m_categories.end(), is_text);
        const std::string categories = cached_reference(m_book.range(m_chart.categories), m_categories, text);
        for (const report::ChartSeries* series : ordered) {
            const std::vector<const report::Item*> items = m_book.items_of(series->values);
            // The true ranges come in with their caches afterwards; here they only have to be there.
            lxw_chart_series* target = chart_add_series(m_target, nullptr, nullptr);
            if (target == nullptr) throw WriteError("cannot write a chart: out of memory");
            const char* any_sheet = m_book.sheet(0).page->name.c_str();
            chart_series_set_categories(target, any_sheet, 0, 0, 0, 0);
            chart_series_set_values(target, any_sheet, 0, 0, 0, 0);
            chart_series_set_name(target, series->name.c_str());
            if (m_control)
                draw_line(target, *series, items);
            else
                draw_columns(target, *series);
            SeriesCache cache{categories, cached_reference(m_book.range(series->values), items, false)};
            cache.labels_on_one_line = !series->end_label.empty();
            if (!series->point_labels.empty()) cache.labels_to_the_right = items.size() / edge_share;
            m_parts.series.push_back(std::move(cache));
        }
    }

    void draw_line(lxw_chart_series* target, const report::ChartSeries& series,
                   const std::vector<const report::Item*>& items) {
        const SeriesLook look = look_of(series.role);
        lxw_chart_line line{};
        line.none = look.line ? 0 : 1;
        line.color = look.line.value_or(colour::white);
        line.width = look.width;
        line.dash_type = look.dash == SeriesLook::Dash::dashed ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID;
        chart_series_set_line(target, &line);
        set_marker(target, look);
        if (series.role == report::ChartSeries::Role::event) {
            label_points(target, series, items, look);
            drop_lines(target);
        } else if (!series.end_label.empty()) {
            label_end(target, series, items, look);
        }
    }

    static void set_marker(lxw_chart_series* target, const SeriesLook& look) {
        switch (look.marker) {
            case SeriesLook::Marker::none:
                chart_series_set_marker_type(target, LXW_CHART_MARKER_NONE);
                return;
            case SeriesLook::Marker::circle:
                chart_series_set_marker_type(target, LXW_CHART_MARKER_CIRCLE);
                break;
            case SeriesLook::Marker::diamond:
                chart_series_set_marker_type(target, LXW_CHART_MARKER_DIAMOND);
                break;
        }
        chart_series_set_marker_size(target, look.marker_size);
        lxw_chart_fill fill{};
        fill.color = look.colour;
        chart_series_set_marker_fill(target, &fill);
        lxw_chart_line edge{};
        edge.color = look.colour;
        edge.width = 0.75F;
        chart_series_set_marker_line(target, &edge);
    }

    /// Labels for chosen points; every other point has none.
    void label(lxw_chart_series* target, std::vector<std::string>& words, std::uint8_t position, Colour colour) {
        lxw_chart_font label_font = font(colour);
        chart_series_set_labels(target);
        chart_series_set_labels_position(target, position);
        chart_series_set_labels_font(target, &label_font);
        std::vector<lxw_chart_data_label> labels(words.size());
        std::vector<lxw_chart_data_label*> pointers;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i].empty()) {
                labels[i].hide = LXW_TRUE;
            } else {
                labels[i].value = words[i].data();
                labels[i].font = &label_font;
            }
            pointers.push_back(&labels[i]);
        }
        pointers.push_back(nullptr);
        if (chart_series_set_labels_custom(target, pointers.data()) != LXW_NO_ERROR)
            throw WriteError("cannot write the labels of a chart");
    }

    void label_end(lxw_chart_series* target, const report::ChartSeries& series,
                   const std::vector<const report::Item*>& items, const SeriesLook& look) {
        std::vector<std::string> words(items.size());
        const auto last = std::find_if(items.rbegin(), items.rend(), present);
        if (last == items.rend()) return;
        words[static_cast<std::size_t>(items.rend() - last) - 1] = series.end_label;
        label(target, words, LXW_CHART_LABEL_POSITION_RIGHT, look.colour);
    }

    void label_points(lxw_chart_series* target, const report::ChartSeries& series,
                      const std::vector<const report::Item*>& items, const SeriesLook& look) {
        std::vector<std::string> words(items.size());
        auto next = series.point_labels.begin();
        for (std::size_t i = 0; i < items.size() && next != series.point_labels.end(); ++i)
            if (present(items[i])) words[i] = *next++;
        label(target, words, LXW_CHART_LABEL_POSITION_ABOVE, look.colour);
    }

    /// A thin line from the label of an event down to its month.
    static void drop_lines(lxw_chart_series* target) {
        chart_series_set_error_bars(target->y_error_bars, LXW_CHART_ERROR_BAR_TYPE_PERCENTAGE, 100);
        chart_series_set_error_bars_direction(target->y_error_bars, LXW_CHART_ERROR_BAR_DIR_MINUS);
        chart_series_set_error_bars_endcap(target->y_error_bars, LXW_CHART_ERROR_BAR_NO_CAP);
        lxw_chart_line line{};
        line.color = colour::line;
        line.width = 0.5F;
        line.dash_type = LXW_CHART_LINE_DASH_ROUND_DOT;
        chart_series_set_error_bars_line(target->y_error_bars, &line);
    }

    void draw_columns(lxw_chart_series* target, const report::ChartSeries& series) {
        const SeriesLook look = look_of(series.role);
        lxw_chart_fill fill{};
        fill.color = look.colour;
        chart_series_set_fill(target, &fill);
        lxw_chart_line edge{};
        edge.color = look.colour == colour::blue ? colour::blue : colour::grey;
        edge.width = 0.5F;
        chart_series_set_line(target, &edge);
        lxw_chart_font label_font = font(colour::ink);
        chart_series_set_labels(target);
        chart_series_set_labels_position(target, LXW_CHART_LABEL_POSITION_OUTSIDE_END);
        chart_series_set_labels_num_format(target, number_format(m_chart.number).c_str());
        chart_series_set_labels_font(target, &label_font);
    }

    void set_axes() {
        lxw_chart_font label_font = font(colour::grey);
        lxw_chart_axis* x = m_target->x_axis;
        lxw_chart_axis* y = m_target->y_axis;
        lxw_chart_line axis_line{};
        axis_line.color = colour::line;
        axis_line.width = 0.75F;
        lxw_chart_line none{};
        none.none = LXW_TRUE;
        chart_axis_set_num_font(x, &label_font);
        chart_axis_set_line(x, &axis_line);
        chart_axis_set_label_position(x, LXW_CHART_AXIS_LABEL_POSITION_LOW);
        chart_axis_set_major_tick_mark(x, m_control ? LXW_CHART_AXIS_TICK_MARK_OUTSIDE : LXW_CHART_AXIS_TICK_MARK_NONE);
        chart_axis_set_minor_tick_mark(x, LXW_CHART_AXIS_TICK_MARK_NONE);
        chart_axis_set_num_font(y, &label_font);
        chart_axis_set_line(y, &none);
        chart_axis_set_major_tick_mark(y, LXW_CHART_AXIS_TICK_MARK_NONE);
        chart_axis_set_minor_tick_mark(y, LXW_CHART_AXIS_TICK_MARK_NONE);
        chart_axis_major_gridlines_set_visible(x, LXW_FALSE);
        chart_axis_major_gridlines_set_visible(y, LXW_FALSE);
        chart_axis_set_num_format(y, number_format(m_chart.number).c_str());
        if (m_chart.axis_minimum) chart_axis_set_min(y, *m_chart.axis_minimum);
        if (m_chart.axis_maximum) chart_axis_set_max(y, *m_chart.axis_maximum);
        if (m_chart.axis_step) chart_axis_set_major_unit(y, *m_chart.axis_step);
        if (m_control) {
            chart_axis_set_num_format(x, number_format({report::NumberStyle::Kind::month}).c_str());
            m_parts.months_between_labels = months_between_labels(m_categories.size());
        } else {
            // The columns carry their figures.
            chart_axis_set_label_position(y, LXW_CHART_AXIS_LABEL_POSITION_NONE);
        }
    }

    /// Where the lines stand in the frame, so that the labels around them fit.
    PlotArea plot_area() const {
        Look look;
        look.size = label_size;
        const double width = m_placed.width * points_per_pixel;
        const double height = m_placed.height * points_per_pixel;
        double left = 0;
        for (const auto& bound : {m_chart.axis_minimum, m_chart.axis_maximum})
            if (bound) left = std::max(left, text_width(number_text(*bound, m_chart.number), look));
        double right = 0;
        for (const report::ChartSeries& series : m_chart.series)
            right = std::max(right, text_width(series.end_label, look));
        PlotArea area;
        area.left = (left + label_air) / width;
        area.width = 1 - area.left - (right + label_air) / width;
        area.top = line_height(look) / height;
        area.height = 1 - area.top - (line_height(look) + label_air) / height;
        return area;
    }

    void set_frame() {
        lxw_chart_line none{};
        none.none = LXW_TRUE;
        lxw_chart_fill clear{};
        clear.none = LXW_TRUE;
        chart_title_off(m_target);
        chart_chartarea_set_line(m_target, &none);
        chart_chartarea_set_fill(m_target, &clear);
        chart_plotarea_set_line(m_target, &none);
        chart_plotarea_set_fill(m_target, &clear);
        chart_show_blanks_as(m_target, LXW_CHART_BLANKS_AS_GAP);
        if (m_control) {
            chart_legend_set_position(m_target, LXW_CHART_LEGEND_NONE);
            return;
        }
        lxw_chart_font legend_font = font(colour::grey);
        chart_legend_set_position(m_target, LXW_CHART_LEGEND_BOTTOM);
        chart_legend_set_font(m_target, &legend_font);
        chart_set_series_gap(m_target, column_gap);
        chart_set_series_overlap(m_target, 0);
    }

    Book& m_book;
    const PlacedChart& m_placed;
    const report::Chart& m_chart;
    std::array<char, 6> m_font;
    bool m_control;
    lxw_chart* m_target = nullptr;
    std::vector<const report::Item*> m_categories;
    ChartParts m_parts;
};

}  // namespace

void write_chart(Book& book, const PlacedChart& placed, std::size_t sheet, lxw_worksheet* worksheet) {
    lxw_chart* chart = ChartWriter(book, placed).write();
    std::string alt_text = placed.chart->alt_text;
    lxw_chart_options options{};
    options.x_offset = static_cast<std::int32_t>(std::lround(placed.x_offset));
    options.y_offset = static_cast<std::int32_t>(std::lround(placed.y_offset));
    options.x_scale = placed.width / default_width;
    options.y_scale = placed.height / default_height;
    options.description = alt_text.data();
    book.require(
        worksheet_insert_chart_opt(worksheet, placed.at.row, static_cast<lxw_col_t>(placed.at.column), chart, &options),
        sheet, "inserting a chart");
}

}  // namespace panelbook::write
