#include "panelbook/run/explain.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "panelbook/consolidate/amounts.hpp"
#include "panelbook/consolidate/gate.hpp"
#include "panelbook/core/errors.hpp"
#include "panelbook/core/text.hpp"
#include "panelbook/run/last_run.hpp"
#include "panelbook/run/produce.hpp"
#include "panelbook/run/workspace.hpp"

#include "explain_cell.hpp"
#include "explain_rules.hpp"

namespace panelbook::run {

namespace {

constexpr std::size_t figures_shown = 40;
constexpr std::size_t widest_line = 100;

struct Asked {
    const plan::Measure* measure = nullptr;
    const plan::Area* area = nullptr;
    Period period;
};

class Explainer {
public:
    Explainer(const plan::Plan& plan, const history::History& history, Edition edition, Period period, Date as_of)
        : m_plan(plan), m_edition(std::move(edition)), m_period(period), m_as_of(as_of) {
        for (const history::FileRecord& file : history.files(as_of)) m_files.emplace(file.hash, file);
    }

    Explanation cell(const std::string& figure) {
        Explanation explanation{figure, {}};
        const CellWalk walk = walk_cell(m_edition.report, figure);
        explanation.sections.push_back({"What the cell shows", walk.lines});
        std::set<std::pair<MeasureId, AreaId>> about;
        Explanation::Section figures{"The figures it is made of", walk.rows_of_savings};
        const auto points = points_of_rows();
        std::size_t shown = 0;
        for (const std::size_t row : walk.rows_of_data) {
            const auto& [series, point] = points.at(row);
            about.emplace(series->measure, series->area);
            if (++shown <= figures_shown) add_point(figures.lines, *series, *point, 0);
        }
        if (shown > figures_shown) figures.lines.push_back(fmt::format("and {} more", shown - figures_shown));
        if (!figures.lines.empty()) explanation.sections.push_back(std::move(figures));
        for (const auto& [measure, area] : about) {
            auto rules = rules_behind(m_plan, m_edition, measure, area);
            if (!rules.lines.empty() && about.size() <= 3) explanation.sections.push_back(std::move(rules));
        }
        return explanation;
    }

    Explanation measure(const std::string& figure) {
        const Asked asked = asked_for(figure);
        Explanation explanation{figure, {}};
        const std::string name = fmt::format("{}, {}, {}", asked.measure->name, asked.area->name, asked.period.words());
        const Series* series = find_series(m_edition.consolidated.series, asked.measure->id, asked.area->id);
        Explanation::Section figures{name, {}};
        if (series) {
            const SeriesPoint* exact = series->at(asked.period);
            for (const SeriesPoint& point : series->points)
                if (exact ? &point == exact : asked.period.contains(point.period))
                    add_point(figures.lines, *series, point, 0);
        }
        if (figures.lines.empty()) figures.lines.emplace_back("Nothing is known of this figure.");
        explanation.sections.push_back(std::move(figures));
        auto rules = rules_behind(m_plan, m_edition, asked.measure->id, asked.area->id);
        if (!rules.lines.empty()) explanation.sections.push_back(std::move(rules));
        return explanation;
    }

private:
    /// The points in the order of the rows of the sheet Data.
    std::vector<std::pair<const Series*, const SeriesPoint*>> points_of_rows() const {
        std::vector<std::pair<const Series*, const SeriesPoint*>> points;
        for (const Series& series : m_edition.consolidated.series) {
            if (!m_plan.measure(series.measure)) continue;
            for (const SeriesPoint& point : series.points) points.emplace_back(&series, &point);
        }
        return points;
    }

    template <class Items>
    static std::string unknown(const char* kind, const std::string& word, const Items& items) {
        std::vector<std::string> words;
        for (const auto& each : items) words.push_back(each.id.text);
        const std::string near = nearest(word, words);
        return fmt::format("The plan has no {} \"{}\".{}", kind, word,
                           near.empty() ? "" : " Did you mean " + near + "?");
    }

    template <class Items>
    static auto by_id_or_name(const Items& items, const std::string& word) {
        const auto found = std::find_if(items.begin(), items.end(), [&](const auto& each) {
            return folded(each.id.text) == folded(word) || folded(each.name) == folded(word);
        });
        return found == items.end() ? nullptr : &*found;
    }

    Asked asked_for(const std::string& figure) const {
        const std::size_t at = figure.rfind('@');
        const std::string where = figure.substr(0, at);
        const std::size_t slash = where.find('/');
        const std::string measure(trimmed(where.substr(0, slash)));
        const std::string area =
            slash == std::string::npos ? m_plan.settings.area.text : std::string(trimmed(where.substr(slash + 1)));
        Asked asked{by_id_or_name(m_plan.measures, measure), by_id_or_name(m_plan.areas, area), m_period};
        if (!asked.measure) throw UsageError(unknown("measure", measure, m_plan.measures));
        if (!asked.area) throw UsageError(unknown("area", area, m_plan.areas));
        if (at == std::string::npos) return asked;
        const auto period = parse_period(figure.substr(at + 1));
        if (!period)
            throw UsageError(fmt::format("\"{}\" is not a period. Write 2014-06, \"2014/15 Q1\" or 2014/15.",
                                         figure.substr(at + 1)));
        asked.period = *period;
        return asked;
    }

    std::string area_name(const AreaId& id) const {
        const plan::Area* area = m_plan.area(id);
        return area && !area->name.empty() ? area->name : id.text;
    }

    void add_point(std::vector<std::string>& lines, const Series& series, const SeriesPoint& point, std::size_t depth) {
        const plan::Measure& measure = *m_plan.measure(series.measure);
        const std::string indent(depth * 2, ' ');
        std::string head =
            fmt::format("{}{}, {}, {}: ", indent, measure.name, area_name(series.area), point.period.label());
        head += point.value ? consolidate::amount_words(*point.value, measure.unit)
                            : fmt::format("not published. {}", point.reason);
        if (point.value && point.denominator)
            head += fmt::format(", out of {}", consolidate::amount_words(*point.denominator, plan::Unit::count));
        lines.push_back(std::move(head));
        for (const Provenance& where : point.where) add_origin(lines, where, indent + "  ");
        add_revisions(lines, series, point, indent + "  ");
        if (point.parts.empty()) return;
        lines.push_back(indent + "  Worked out from its areas:");
        for (const AreaId& part : point.parts) {
            const Series* of_part = find_series(m_edition.consolidated.series, series.measure, part);
            const SeriesPoint* its_point = of_part ? of_part->at(point.period) : nullptr;
            if (its_point) add_point(lines, *of_part, *its_point, depth + 2);
        }
    }

    void add_origin(std::vector<std::string>& lines, const Provenance& where, const std::string& indent) {
        lines.push_back(fmt::format("{}From {}", indent, Place{where.file, where.sheet, where.cell}.text()));
        const auto file = m_files.find(where.hash);
        if (file == m_files.end()) return;
        if (!m_told.insert(where.hash).second) return;
        lines.push_back(
            fmt::format("{}  known on {}, kept as {}", indent, to_words(file->second.known_on), file->second.stored));
        lines.push_back(fmt::format("{}  SHA-256 {}", indent, where.hash));
        const plan::Source* source = m_plan.source(file->second.source);
        if (!source) return;
        const consolidate::FileGate gate = consolidate::gate_of(file->second, m_plan, m_as_of);
        if (!source->needs_release)
            lines.push_back(fmt::format("{}  Release: {} needs none", indent, source->organisation));
        else if (!gate.released)
            lines.push_back(fmt::format("{}  Release: withheld. {}", indent, gate.reason));
        else
            lines.push_back(fmt::format("{}  Release: presented to {}{}", indent, source->board,
                                        gate.presented_on ? " on " + to_words(*gate.presented_on) : ""));
    }

    void add_revisions(std::vector<std::string>& lines, const Series& series, const SeriesPoint& point,
                       const std::string& indent) const {
        const plan::Unit unit = m_plan.measure(series.measure)->unit;
        for (const consolidate::Revision& each : m_edition.consolidated.revisions) {
            if (each.measure != series.measure || each.area != series.area || each.period != point.period) continue;
            lines.push_back(fmt::format("{}Revised on {}: it was {} ({})", indent, to_words(each.changed_on),
                                        consolidate::amount_words(each.before, unit),
                                        Place{each.old_cell.file, each.old_cell.sheet, each.old_cell.cell}.text()));
        }
    }

    const plan::Plan& m_plan;
    Edition m_edition;
    Period m_period;
    Date m_as_of;
    std::map<std::string, history::FileRecord> m_files;  // by hash
    std::set<std::string> m_told;                        // files whose date and hash were said already
};

/// The text over several lines, each with the blanks that the first begins with and two more.
std::string wrapped(const std::string& line) {
    const std::string indent(line.find_first_not_of(' ') == std::string::npos ? 0 : line.find_first_not_of(' '), ' ');
    std::string text;
    std::string rest = line;
    while (rest.size() > widest_line) {
        std::size_t cut = rest.rfind(' ', widest_line);
        if (cut == std::string::npos || cut <= indent.size() + 4) cut = rest.find(' ', widest_line);
        if (cut == std::string::npos) break;
        text += rest.substr(0, cut) + "\n";
        rest = indent + "    " + rest.substr(cut + 1);
    }
    return text + rest + "\n";
}

}  // namespace

Explanation explain(const ExplainOptions& options, std::ostream& err) {
    require_workspace(options.workspace);
    const Checked<plan::Plan> plan = usable_plan(options.workspace, err);
    const history::History history(history_of(options.workspace));
    const auto text = history.last_run();
    const std::optional<LastRun> last = text ? parse_last_run(*text) : std::nullopt;
    const plan::Settings& settings = plan.value.settings;
    const Date planned = settings.as_of.value_or(last ? last->outcome.as_of : today());
    const Date as_of = options.as_of.value_or(planned);
    const std::optional<Period> last_period = last ? std::optional(last->outcome.period) : settings.period;
    const Period period = chosen_period(options.period, last_period, as_of);
    Explainer explainer(plan.value, history, edition(plan.value, plan.findings, history, period, as_of), period, as_of);
    return options.figure.find('!') == std::string::npos ? explainer.measure(options.figure)
                                                         : explainer.cell(options.figure);
}

std::string to_text(const Explanation& explanation) {
    std::string text;
    for (const Explanation::Section& section : explanation.sections) {
        text += fmt::format("{}{}\n", text.empty() ? "" : "\n", section.heading);
        for (const std::string& line : section.lines) text += wrapped("  " + line);
    }
    return text;
}

std::string to_json(const Explanation& explanation) {
    nlohmann::ordered_json sections = nlohmann::ordered_json::array();
    for (const Explanation::Section& section : explanation.sections)
        sections.push_back({{"heading", section.heading}, {"lines", section.lines}});
    const nlohmann::ordered_json json = {{"figure", explanation.figure}, {"sections", sections}};
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace panelbook::run
