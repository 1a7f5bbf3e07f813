#include <cstddef>
#include <cstdint>
#include <string_view>

#include "support/fuzz_targets.hpp"

/// What libFuzzer calls: one target an executable, named when it is compiled.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const panelbook::tests::FuzzTarget& target = panelbook::tests::fuzz_target(PANELBOOK_FUZZ_TARGET);
    target.read({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
