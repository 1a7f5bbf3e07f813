#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/consolidate/consolidate.hpp"

namespace panelbook::consolidate {

/// What became of a filled cell of a mapped table. Every one has exactly one of these.
enum class CellState {
    header,
    label,
    marker,
    checked_total,
    published,
    superseded,
    withheld,
    suppressed,
    in_error,
};
std::string_view to_word(CellState state);  ///< "checked total"

struct StatedCell {
    std::string sheet;
    CellRef cell;
    CellState state = CellState::in_error;
    std::string reason;  ///< of what is withheld or suppressed, in plain words; quotes no figure
};

/// The cells of one file's tables, counted. The counts add up to the number of filled cells.
struct FileCells {
    std::string file;
    std::string hash;
    std::map<CellState, std::size_t> states;
    std::map<std::string, std::size_t> reasons;  ///< of the withheld and suppressed cells
};

/// What became of every cell that was read, file by file, by address. `consolidated` is what came of `known`; its
/// savings without the rows that only state a total. Keeps references to its arguments.
class CellStates {
public:
    CellStates(const Known& known, const Consolidated& consolidated, const plan::Plan& plan, Date as_of);

    /// By sheet, column and row.
    std::vector<StatedCell> of(const history::KnownCells& cells) const;
    FileCells count(const history::KnownCells& cells) const;

private:
    struct Became {
        CellState state = CellState::in_error;
        std::string reason;
    };
    using Cells = std::map<std::pair<std::string, CellRef>, Became>;

    void add(const Provenance& where, const std::optional<CellRef>& denominator, const Became& became);
    Became became(const Observation& observation, const Fate& fate, const plan::Plan& plan) const;
    template <class Tell>
    void tell(const history::KnownCells& cells, const Tell& tell_one) const;

    std::map<std::string, const history::FileRecord*> m_files;  // by hash
    std::map<std::string, std::string> m_withheld;              // by hash: why the file may not be shown
    std::map<std::string, Cells> m_figures;                     // by hash
};

}  // namespace panelbook::consolidate
