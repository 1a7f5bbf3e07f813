#pragma once

#include <cstddef>
#include <string>

namespace panelbook::tests {

/// The bytes as a raw deflate stream, packed by zlib at a level from 0 (stored) to 9.
std::string deflated(const std::string& bytes, int level = 9);

/// Bytes that deflate cannot make much smaller; the same for the same size.
std::string noise(std::size_t size);

}  // namespace panelbook::tests
