#include <algorithm>
#include <span>

#include "canvas.hpp"

namespace panelbook::write {

namespace {

constexpr std::uint32_t tiles_across = 3;
constexpr int status_pixels = 92;
constexpr int short_label_pixels = 120;
constexpr int least_label_pixels = 60;
constexpr std::uint32_t word_columns = 3;  // status and words
constexpr std::uint32_t tile_pitch = word_columns + 1;
constexpr int figure_pixels = 66;
constexpr int gap_pixels = 18;

constexpr double band_height = 16.5;
constexpr double column_heads_height = 12.75;
constexpr double line_padding = 1.5;
constexpr double shortest_line = 13.5;
constexpr double gap_height = 7.5;
constexpr double note_padding = 3.0;
// Spare room on the page goes into the lines, up to this much each, then between the tiles.
constexpr double most_line_stretch = 10.0;
constexpr double most_gap_stretch = 12.0;
// The height of an A3 landscape page between its margins, for each point of width between them. LibreOffice makes
// columns some six per cent wider than Excel does; this lies between the two.
constexpr double page_height_to_width = 1.02 * (841.9 - 0.4 * 72 - 0.6 * 72) / (1190.6 - 2 * 0.4 * 72);

std::uint32_t figure_columns(const report::TilePage& tiles) {
    std::size_t most = 1;
    for (const report::Tile& tile : tiles.tiles) {
        most = std::max(most, tile.columns.size());
        for (const report::TileLine& line : tile.lines) most = std::max(most, line.figures.size());
    }
    return static_cast<std::uint32_t>(most);
}

/// The columns of one tile on the sheet: status, two for words, figures. The words take both; beside a sentence, which
/// needs more room than a label, they take the first.
struct TileColumns {
    std::uint32_t status;
    std::uint32_t last;
    std::uint32_t label() const { return status + 1; }
    std::uint32_t sentence() const { return status + 2; }
};

struct LinePlan {
    CellRange label;
    CellRange sentence;  // where the one figure is a sentence
    bool has_sentence = false;
};

class TileRow {
public:
    TileRow(Canvas& canvas, std::span<const report::Tile> tiles, std::uint32_t figures)
        : m_canvas(canvas), m_tiles(tiles), m_figures(figures) {}

    /// Adds the rows of these tiles and what stands in them.
    void place() {
        const std::uint32_t band = m_canvas.add_row(band_height);
        const std::uint32_t heads = m_canvas.add_row(column_heads_height);
        std::size_t lines = 0;
        for (const report::Tile& tile : m_tiles) lines = std::max(lines, tile.lines.size());
        const std::uint32_t first_line = m_canvas.next_row();
        for (std::size_t line = 0; line < lines; ++line) m_line_rows.push_back(m_canvas.add_row(line_height_of(line)));
        m_canvas.add_row(notes_height(first_line));
        const std::uint32_t notes = m_canvas.next_row() - 1;
        for (std::size_t i = 0; i < m_tiles.size(); ++i) place_tile(m_tiles[i], columns_of(i), band, heads, notes);
    }

    const std::vector<std::uint32_t>& line_rows() const { return m_line_rows; }

private:
    TileColumns columns_of(std::size_t tile) const {
        const auto first = static_cast<std::uint32_t>(tile) * (m_figures + tile_pitch);
        return {first, first + m_figures + word_columns - 1};
    }

    static bool has_status(const report::Tile& tile) {
        return std::any_of(tile.lines.begin(), tile.lines.end(), [](const auto& line) { return line.status; });
    }

    bool is_sentence(const report::TileLine& line) const {
        return line.figures.size() == 1 && m_canvas.report()[line.figures[0]].role == report::Role::sentence;
    }

    /// The label ends where the figures of its tile begin; a tile with fewer figures has more room for words.
    LinePlan plan(const report::Tile& tile, const report::TileLine& line, TileColumns at, std::uint32_t row) const {
        LinePlan line_plan;
        const std::uint32_t first = has_status(tile) ? at.label() : at.status;
        const auto figures = static_cast<std::uint32_t>(std::max(tile.columns.size(), line.figures.size()));
        line_plan.has_sentence = is_sentence(line);
        if (line_plan.has_sentence) {
            line_plan.label = cells(row, first, at.label());
            line_plan.sentence = cells(row, line.label.empty() ? first : at.sentence(), at.last);
        } else {
            line_plan.label = cells(row, first, at.last - figures);
        }
        return line_plan;
    }

    static std::string label_of(const report::TileLine& line) {
        return line.marks.empty() ? line.label : line.label + "\u00A0" + superscript(line.marks);
    }

    double line_height_of(std::size_t index) const {
        double needed = shortest_line;
        for (std::size_t i = 0; i < m_tiles.size(); ++i) {
            if (index >= m_tiles[i].lines.size()) continue;
            const report::TileLine& line = m_tiles[i].lines[index];
            const LinePlan line_plan = plan(m_tiles[i], line, columns_of(i), 0);
            const auto measure = [&](const std::string& text, const Look& look, CellRange at) {
                needed =
                    std::max(needed, line_padding + text_height(m_canvas, text, look, at.first.column, at.last.column));
            };
            if (!line.label.empty()) measure(label_of(line), look_of(Part::tile_text), line_plan.label);
            if (line_plan.has_sentence)
                measure(m_canvas.words_of(line.figures[0]), look_of(Part::tile_text), line_plan.sentence);
            if (line.status)
                measure(status_text(*line.status), look_of(line.status->tone),
                        cells(0, columns_of(i).status, columns_of(i).status));
        }
        return needed;
    }

    double note_height(std::size_t tile) const {
        double needed = 0;
        const TileColumns at = columns_of(tile);
        const auto add = [&](const std::string& text, report::Role role) {
            needed += text_height(m_canvas, text, look_of(role), at.status, at.last);
        };
        if (!m_tiles[tile].comment.empty()) add(m_tiles[tile].comment, report::Role::comment);
        for (const std::string& footnote : m_tiles[tile].footnotes) add(footnote, report::Role::footnote);
        return needed > 0 ? needed + note_padding : 0;
    }

    /// Notes stand at the foot of the tile and may use the rows of lines that the tile itself has not.
    double notes_height(std::uint32_t first_line) const {
        double needed = note_padding;
        for (std::size_t i = 0; i < m_tiles.size(); ++i) {
            const auto own = static_cast<std::uint32_t>(m_tiles[i].lines.size());
            needed = std::max(needed, note_height(i) - m_canvas.height(first_line + own, m_canvas.next_row()));
        }
        return needed;
    }

    void place_tile(const report::Tile& tile, TileColumns at, std::uint32_t band, std::uint32_t heads,
                    std::uint32_t notes) {
        m_canvas.put_text(cells(band, at.status, at.last), numbered(tile.number, tile.title), look_of(Part::band));
        place_heads(tile, at, heads);
        for (std::size_t i = 0; i < tile.lines.size(); ++i) place_line(tile, tile.lines[i], at, m_line_rows[i]);
        place_notes(tile, {{heads + 1 + static_cast<std::uint32_t>(tile.lines.size()), at.status}, {notes, at.last}});
    }

    void place_heads(const report::Tile& tile, TileColumns at, std::uint32_t row) {
        const Look look = look_of(Part::tile_column);
        Look words = look;
        words.align = Align::left;
        const auto count = static_cast<std::uint32_t>(tile.columns.size());
        const bool sentences = !tile.lines.empty() && std::all_of(tile.lines.begin(), tile.lines.end(),
                                                                  [&](const auto& line) { return is_sentence(line); });
        if (sentences) {
            m_canvas.put_text(cells(row, at.status, at.last), tile.columns.empty() ? "" : tile.columns[0], words);
            return;
        }
        m_canvas.put_text(cells(row, at.status, at.last - count), has_status(tile) ? "Status" : "", words);
        for (std::uint32_t i = 0; i < count; ++i)
            m_canvas.put_text(cells(row, at.last - count + 1 + i, at.last - count + 1 + i), tile.columns[i], look);
    }

    void place_line(const report::Tile& tile, const report::TileLine& line, TileColumns at, std::uint32_t row) {
        const LinePlan line_plan = plan(tile, line, at, row);
        if (line.status) {
            m_canvas.put_status(cells(row, at.status, at.status), *line.status).look.bottom = Edge::hairline;
        } else if (has_status(tile)) {
            Look blank;
            blank.bottom = Edge::hairline;
            m_canvas.put(cells(row, at.status, at.status), blank);
        }
        Look text = look_of(Part::tile_text);
        text.bottom = Edge::hairline;
        if (has_status(tile)) text.indent = 1;
        if (!line_plan.has_sentence || !line.label.empty()) m_canvas.put_text(line_plan.label, label_of(line), text);
        if (line_plan.has_sentence) {
            // Programs colour words with a link; a tile stays calm.
            m_canvas.put_item(line_plan.sentence, line.figures[0], text).link.reset();
            return;
        }
        const auto count = static_cast<std::uint32_t>(std::max(tile.columns.size(), line.figures.size()));
        for (std::uint32_t i = 0; i < count; ++i) {
            const CellRange cell = cells(row, at.last - count + 1 + i, at.last - count + 1 + i);
            Look look;
            if (i < line.figures.size()) look = m_canvas.look_of_item(line.figures[i]);
            look.bottom = Edge::hairline;
            look.align = Align::right;
            look.vertical = Vertical::middle;
            if (i < line.figures.size())
                m_canvas.put_item(cell, line.figures[i], look);
            else
                m_canvas.put(cell, look);
        }
    }

    void place_notes(const report::Tile& tile, CellRange at) {
        std::vector<Run> runs;
        const auto add = [&](const std::string& text, report::Role role) {
            if (!runs.empty()) runs.back().text += "\n";
            runs.push_back({text, look_of(role), std::nullopt});
        };
        if (!tile.comment.empty()) add(tile.comment, report::Role::comment);
        for (const std::string& footnote : tile.footnotes) add(footnote, report::Role::footnote);
        if (runs.empty()) return;
        Look look = runs.front().look;
        look.vertical = Vertical::bottom;
        m_canvas.put(at, look).content = std::move(runs);
    }

    Canvas& m_canvas;
    std::span<const report::Tile> m_tiles;
    std::uint32_t m_figures;
    std::vector<std::uint32_t> m_line_rows;
};

void place_key(Canvas& canvas, const report::TilePage& tiles, std::uint32_t figures) {
    for (std::size_t begin = 0; begin < tiles.key.size(); begin += tiles_across) {
        const std::size_t end = std::min(begin + tiles_across, tiles.key.size());
        double height = shortest_line;
        const std::uint32_t row = canvas.next_row();
        for (std::size_t i = begin; i < end; ++i) {
            const auto& [status, words] = tiles.key[i];
            const auto first = static_cast<std::uint32_t>(i - begin) * (figures + tile_pitch);
            canvas.put_status(cells(row, first, first), status);
            Look look = look_of(Part::key_words);
            look.indent = 1;
            canvas.put_text(cells(row, first + 1, first + figures + word_columns - 1), words, look);
            height =
                std::max(height, 2 + text_height(canvas, words, look, first + 1, first + figures + word_columns - 1));
        }
        canvas.add_row(height);
    }
    canvas.add_row(gap_height);
}

void stretch(Canvas& canvas, const std::vector<std::uint32_t>& rows, double most, double& spare) {
    if (rows.empty()) return;
    const double each = std::min(most, spare / static_cast<double>(rows.size()));
    for (const std::uint32_t row : rows) canvas.sheet.row_heights[row] += each;
    spare -= each * static_cast<double>(rows.size());
}

}  // namespace

std::vector<int> tile_columns(const report::TilePage& tiles, int tile_pixels) {
    const std::uint32_t figures = figure_columns(tiles);
    std::vector<int> columns;
    for (std::uint32_t tile = 0; tile < tiles_across; ++tile) {
        if (tile > 0) columns.push_back(gap_pixels);
        columns.push_back(status_pixels);
        columns.push_back(short_label_pixels);
        const int taken = status_pixels + short_label_pixels + static_cast<int>(figures) * figure_pixels;
        columns.push_back(std::max(tile_pixels - taken, least_label_pixels));
        columns.insert(columns.end(), figures, figure_pixels);
    }
    return columns;
}

double place_tiles(Canvas& canvas, const report::TilePage& tiles) {
    const std::uint32_t figures = figure_columns(tiles);
    place_key(canvas, tiles, figures);
    std::vector<std::uint32_t> lines;
    std::vector<std::uint32_t> gaps;
    const std::span<const report::Tile> all(tiles.tiles);
    for (std::size_t begin = 0; begin < all.size(); begin += tiles_across) {
        if (begin > 0) gaps.push_back(canvas.add_row(gap_height));
        TileRow row(canvas, all.subspan(begin, std::min<std::size_t>(tiles_across, all.size() - begin)), figures);
        row.place();
        lines.insert(lines.end(), row.line_rows().begin(), row.line_rows().end());
    }
    double spare = canvas.width(0, canvas.last_column()) * page_height_to_width - canvas.height(0, canvas.next_row());
    if (spare <= 0) return spare;
    stretch(canvas, lines, most_line_stretch, spare);
    stretch(canvas, gaps, most_gap_stretch, spare);
    return spare;
}

}  // namespace panelbook::write
