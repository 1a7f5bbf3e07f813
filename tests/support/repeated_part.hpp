#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "support/package.hpp"

namespace panelbook::tests {

/// What a part unpacks to: `head`, then `unit` `times` times, then `tail`.
struct Repeated {
    std::string_view head;
    std::string_view unit;
    std::uint64_t times = 0;
    std::string_view tail;
};

/// A deflated part with the right check sum that is made without ever holding what it unpacks to, so that a part of
/// gigabytes costs its packed bytes only. Beyond 4 GiB the size it declares is what is left of it in 32 bits.
PackagePart repeated_part(std::string name, const Repeated& content);

/// `size` characters that deflate packs about 25 times smaller: text that is long, and no zip bomb.
std::string dense_text(std::size_t size);

}  // namespace panelbook::tests
