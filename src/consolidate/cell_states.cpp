#include "panelbook/consolidate/cell_states.hpp"

#include <array>
#include <set>

#include "panelbook/consolidate/gate.hpp"

namespace panelbook::consolidate {

namespace {

constexpr std::array state_words = {
    std::pair{CellState::header, std::string_view("header")},
    std::pair{CellState::label, std::string_view("label")},
    std::pair{CellState::marker, std::string_view("marker")},
    std::pair{CellState::checked_total, std::string_view("checked total")},
    std::pair{CellState::published, std::string_view("published")},
    std::pair{CellState::superseded, std::string_view("superseded")},
    std::pair{CellState::withheld, std::string_view("withheld")},
    std::pair{CellState::suppressed, std::string_view("suppressed")},
    std::pair{CellState::in_error, std::string_view("in error")},
};

/// Of a cell that says several figures: what is shown of it says most.
int weight(CellState state) {
    switch (state) {
        case CellState::published:
            return 0;
        case CellState::in_error:
            return 1;
        case CellState::superseded:
            return 2;
        case CellState::suppressed:
            return 3;
        case CellState::withheld:
            return 4;
        default:
            return 5;
    }
}

struct Decided {
    CellState state;
    const char* reason = "";
};

/// The state of a cell that is no figure: what it was read as decides.
Decided decided(CellRole role) {
    switch (role) {
        case CellRole::header:
            return {CellState::header};
        case CellRole::label:
            return {CellState::label};
        case CellRole::marker:
            return {CellState::marker};
        case CellRole::checked_total:
            return {CellState::checked_total};
        case CellRole::unchecked_total:
            return {CellState::withheld, "A total that could not be set against its parts"};
        case CellRole::not_wanted:
            return {CellState::withheld, "The plan says that it is not wanted"};
        case CellRole::unknown_label:
            return {CellState::withheld, "Its label is missing or not known"};
        case CellRole::unknown_period:
            return {CellState::withheld, "Its period is missing or cannot be read"};
        case CellRole::words_measure:
            return {CellState::withheld, "Its measure is one of words"};
        case CellRole::not_read:
            return {CellState::withheld, "The plan does not read it"};
        case CellRole::in_error:
        case CellRole::figure:
        case CellRole::denominator:
            break;
    }
    return {CellState::in_error};
}

}  // namespace

std::string_view to_word(CellState state) {
    for (const auto& [each, word] : state_words) {
        if (each == state) return word;
    }
    return "in error";
}

CellStates::CellStates(const Known& known, const Consolidated& consolidated, const plan::Plan& plan, Date as_of) {
    for (const history::FileRecord& file : known.files) {
        m_files[file.hash] = &file;
        const FileGate gate = gate_of(file, plan, as_of);
        if (!gate.released) m_withheld[file.hash] = gate.reason;
    }
    for (std::size_t i = 0; i < known.observations.size(); ++i) {
        const Observation& said = known.observations[i].observation;
        add(said.where, said.denominator_cell, became(said, consolidated.fates[i], plan));
    }
    std::set<std::tuple<std::string, std::string, CellRef>> counted;
    for (const SavingsAmount& each : consolidated.savings)
        counted.emplace(each.where.hash, each.where.sheet, each.where.cell);
    for (std::size_t i = 0; i < known.savings.size(); ++i) {
        const Provenance& where = known.savings[i].amount.where;
        const Fate& fate = consolidated.savings_fates[i];
        Observation amount;
        amount.value = known.savings[i].amount.amount;
        amount.where = where;
        Became became_of = became(amount, fate, plan);
        if (fate.kind == Fate::Kind::holds && !counted.contains({where.hash, where.sheet, where.cell}))
            became_of = {CellState::checked_total, ""};
        add(where, std::nullopt, became_of);
    }
}

CellStates::Became CellStates::became(const Observation& observation, const Fate& fate, const plan::Plan& plan) const {
    const bool marked = observation.marker != Marker::none && observation.marker != Marker::provisional &&
                        observation.marker != Marker::revised;
    if (observation.marker == Marker::in_error) return {CellState::in_error, ""};
    if (!observation.value || marked) return {CellState::marker, ""};
    switch (fate.kind) {
        case Fate::Kind::holds:
        case Fate::Kind::repeats:
            return {CellState::published, ""};
        case Fate::Kind::superseded:
            return {CellState::superseded, ""};
        case Fate::Kind::in_conflict:
            return {CellState::in_error, ""};
        case Fate::Kind::not_in_plan:
            return {CellState::withheld, "The plan does not have what it is about"};
        case Fate::Kind::not_released:
            break;
        case Fate::Kind::withheld_by_plan: {
            const plan::Gap* gap = plan.gap(observation.measure, observation.area, observation.period);
            const bool suppressed = gap && gap->marker == Marker::suppressed;
            return {suppressed ? CellState::suppressed : CellState::withheld, gap ? gap->reason : ""};
        }
    }
    const auto why = m_withheld.find(observation.where.hash);
    return {CellState::withheld, why == m_withheld.end() ? "" : why->second};
}

void CellStates::add(const Provenance& where, const std::optional<CellRef>& denominator, const Became& became_of) {
    Cells& cells = m_figures[where.hash];
    const auto put = [&](CellRef cell, const Became& this_one) {
        const auto [entry, added] = cells.try_emplace({where.sheet, cell}, this_one);
        if (!added && weight(this_one.state) < weight(entry->second.state)) entry->second = this_one;
    };
    put(where.cell, became_of);
    if (!denominator) return;
    const bool figure = became_of.state != CellState::marker && became_of.state != CellState::in_error;
    put(*denominator, figure ? became_of : Became{CellState::withheld, "There is no figure that is out of it"});
}

template <class Tell>
void CellStates::tell(const history::KnownCells& cells, const Tell& tell_one) const {
    const auto figures = m_figures.find(cells.hash);
    for (const CellRun& run : cells.runs) {
        const bool figure = run.role == CellRole::figure || run.role == CellRole::denominator;
        const Decided by_role = decided(run.role);
        for (std::uint32_t row = run.first_row; row <= run.last_row; ++row) {
            const CellRef cell{row, run.column};
            // A figure that a check has taken out is in error.
            const auto said = figure && figures != m_figures.end() ? figures->second.find({run.sheet, cell})
                                                                   : Cells::const_iterator{};
            const bool known = figure && figures != m_figures.end() && said != figures->second.end();
            if (known)
                tell_one(run, cell, said->second.state, said->second.reason);
            else
                tell_one(run, cell, by_role.state, std::string(by_role.reason));
        }
    }
}

std::vector<StatedCell> CellStates::of(const history::KnownCells& cells) const {
    std::vector<StatedCell> stated;
    tell(cells, [&](const CellRun& run, CellRef cell, CellState state, const std::string& reason) {
        stated.push_back({run.sheet, cell, state, reason});
    });
    return stated;
}

FileCells CellStates::count(const history::KnownCells& cells) const {
    FileCells counted;
    counted.hash = cells.hash;
    if (const auto file = m_files.find(cells.hash); file != m_files.end()) counted.file = file->second->name;
    tell(cells, [&](const CellRun&, CellRef, CellState state, const std::string& reason) {
        ++counted.states[state];
        if (!reason.empty()) ++counted.reasons[reason];
    });
    return counted;
}

}  // namespace panelbook::consolidate
