#pragma once

#include <span>
#include <string>

#include "panelbook/check/check.hpp"

namespace panelbook::check {

/// What the files are and what is wrong with them, for a screen: at most `most_lines` lines of at most 100 characters.
/// Findings of one rule in one file are one group with all their places. What does not fit is shortened, then counted.
std::string to_screen(std::span<const FileCheck> files, std::size_t most_lines = 50);

/// Everything, with every finding by itself; `exit_code` is what the program ends with.
std::string to_json(std::span<const FileCheck> files, int exit_code);

}  // namespace panelbook::check
