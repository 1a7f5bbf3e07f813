#include <iostream>

#include "panelbook/cli/commands.hpp"

int main(int count, char** arguments) {
    return panelbook::cli::execute({arguments + 1, arguments + count}, {std::cout, std::cerr});
}
