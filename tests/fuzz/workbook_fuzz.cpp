#include <cstddef>
#include <cstdint>
#include <string_view>

#include "support/fuzz_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    panelbook::tests::read_input({reinterpret_cast<const char*>(bytes), size}, "input.xlsx");
    return 0;
}
